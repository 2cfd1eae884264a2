-- What persons deploy is a draft first: checked, visible, and not live until a second person has approved it (ADR 0052).
create table model_draft (
    id               bigint generated always as identity primary key,
    number           varchar(30) generated always as ('NXMX-' || lpad(id::text, 5, '0')) stored unique,
    -- EMERGENCY: put live by the administrator alone
    kind             varchar(20)  not null check (kind in ('ORDINARY', 'EMERGENCY')),
    -- SHA-256 over the names and bytes of its files
    digest           varchar(64)  not null,
    name             varchar(255) not null,
    state            varchar(20)  not null
        check (state in ('OPEN', 'APPROVED', 'LIVE', 'REJECTED', 'WITHDRAWN', 'TAKEN_BACK')),
    author           varchar(64)  not null,
    author_name      varchar(200) not null,
    submitted_at     timestamptz  not null,
    -- from 00:00 of this day in Asia/Shanghai
    effective_on     date,
    approved_by      varchar(64),
    approved_by_name varchar(200),
    live_at          timestamptz,
    -- of the engine; it may be deleted there
    deployment_id    varchar(64),
    check (state not in ('APPROVED', 'LIVE') or (approved_by is not null and effective_on is not null)),
    -- the two persons
    check (kind = 'EMERGENCY' or approved_by is null or approved_by <> author)
);

-- the same content twice is one draft
create unique index model_draft_once on model_draft (digest) where state in ('OPEN', 'APPROVED') and kind = 'ORDINARY';
create index model_draft_due on model_draft (effective_on) where state = 'APPROVED';

create table model_draft_file (
    draft_id             bigint       not null references model_draft,
    place                integer      not null,
    resource             varchar(255) not null,
    content              bytea        not null,
    -- what the approval says of this change
    running_cases_follow boolean      not null,
    primary key (draft_id, place)
);

-- The files that its going live took the place of: what taking back puts live again.
create table model_draft_replaced (
    draft_id bigint       not null references model_draft,
    place    integer      not null,
    resource varchar(255) not null,
    content  bytea        not null,
    shipped  boolean      not null,
    primary key (draft_id, place)
);

-- Each time it was judged: at submission, when judged anew, and sealed at approval and going live.
create table model_draft_judgement (
    id        bigint generated always as identity primary key,
    draft_id  bigint      not null references model_draft,
    judged_at timestamptz not null
);
create index on model_draft_judgement (draft_id);

create table model_draft_finding (
    judgement_id bigint      not null references model_draft_judgement,
    place        integer     not null,
    file         text        not null,
    line         integer     not null,
    element      text,
    problem      text        not null,
    remedy       text        not null,
    article      text,
    weight       varchar(20) not null,
    primary key (judgement_id, place)
);

-- The live versions that it was judged against.
create table model_draft_ground (
    judgement_id bigint       not null references model_draft_judgement,
    kind         varchar(20)  not null,
    key_id       varchar(255) not null,
    version      integer      not null,
    digest       varchar(64)  not null,
    primary key (judgement_id, kind, key_id)
);

-- Who did what, when and why.
create table model_draft_event (
    id           bigint generated always as identity primary key,
    draft_id     bigint      not null references model_draft,
    kind         varchar(20) not null,
    happened_at  timestamptz not null,
    -- null where the system acted
    user_id      varchar(64),
    user_name    varchar(200),
    reason       text,
    judgement_id bigint references model_draft_judgement
);
create index on model_draft_event (draft_id);

-- History stays, whatever a later program does.
create function model_history_stays() returns trigger language plpgsql as $$
begin
    raise exception '模型变更的历史不能修改或删除（%）', tg_table_name;
end $$;

create trigger stays before delete on model_draft for each row execute function model_history_stays();
create trigger stays before delete or update of draft_id, place, resource, content on model_draft_file
    for each row execute function model_history_stays();
create trigger stays before delete or update on model_draft_replaced for each row execute function model_history_stays();
create trigger stays before delete or update on model_draft_judgement for each row execute function model_history_stays();
create trigger stays before delete or update on model_draft_finding for each row execute function model_history_stays();
create trigger stays before delete or update on model_draft_ground for each row execute function model_history_stays();
create trigger stays before delete or update on model_draft_event for each row execute function model_history_stays();
