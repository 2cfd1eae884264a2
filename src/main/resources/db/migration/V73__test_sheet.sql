-- Examples of decisions that policy owners keep (ADR 0062). Rows are only ever added.

-- What a draft changes, each time that its author uploads one; the latest of a decision counts.
create table test_sheet_change (
    id              bigint       generated always as identity primary key,
    draft_id        bigint       not null references model_draft,
    decision        varchar(255) not null,
    -- in force when it was changed; null where nothing was
    before          text,
    content         text         not null,
    reason          varchar(500) not null,
    changed_by      varchar(64)  not null,
    changed_by_name varchar(200) not null,
    changed_at      timestamptz  not null
);
create index on test_sheet_change (draft_id);

-- In force: the latest; where that is shipped or there is none, what the program comes with, which is entered here only when a
-- person's takes its place.
create table test_sheet (
    decision        varchar(255) not null,
    version         integer      not null check (version >= 1),
    content         text         not null,
    shipped         boolean      not null,
    -- with which it went into force, or which was taken back with it
    draft_id        bigint references model_draft,
    reason          varchar(500),
    changed_by      varchar(64),
    changed_by_name varchar(200) not null,
    entered_at      timestamptz  not null,
    primary key (decision, version),
    check (shipped or (draft_id is not null and reason is not null and changed_by is not null))
);
create index on test_sheet (draft_id);

create trigger stays before delete or update on test_sheet_change for each row execute function model_history_stays();
create trigger stays before delete or update on test_sheet for each row execute function model_history_stays();

-- and chained (ADR 0064)
insert into chain_source (name, version, key, "case", content) values
    ('test_sheet_change', 1, 't.id', 'null',
     't.draft_id, t.decision, sha256(convert_to(t.before, ''UTF8'')), sha256(convert_to(t.content, ''UTF8'')), t.reason, t.changed_by, t.changed_by_name, t.changed_at'),
    ('test_sheet', 1, 't.decision || ''/'' || t.version', 'null',
     't.decision, t.version, sha256(convert_to(t.content, ''UTF8'')), t.shipped, t.draft_id, t.reason, t.changed_by, t.changed_by_name, t.entered_at');

-- Of a source that comes after V72: what is there by now is queued, and from now on whatever is entered.
create procedure chain_from_now_on(source varchar) language plpgsql set timezone = 'UTC' as $$
declare
    s chain_source;
    queued text;
begin
    select * into strict s from chain_source where name = source;
    queued := format(
        'insert into chain_queue (source, version, key, case_number, digest) '
        'select %L, %s, %s, %s, sha256(convert_to(jsonb_build_array(%s)::text, ''UTF8'')) from %%s t where %s order by 3',
        s.name, s.version, s.key, s."case", s.content, s.entered);
    execute format('create function chain_%I() returns trigger language plpgsql set timezone = ''UTC'' as '
        '$f$ begin %s; return null; end $f$', s.name, format(queued, 'added'));
    execute format('create trigger chained after insert on %I referencing new table as added '
        'for each statement execute function chain_%I()', s.name, s.name);
    execute format(queued, s.name);
end $$;

call chain_from_now_on('test_sheet_change');
call chain_from_now_on('test_sheet');
