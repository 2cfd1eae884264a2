-- Who did what to which case, chained: what was entered is put into a queue in its own transaction; one writer chains what has been
-- committed, over digests and not over what people typed (ADR 0064). What is entered stays as it is, so a row is chained once.

-- Which rows are chained and what of them is digested, as SQL over the row "t". A table that gets more columns gets one more version.
create table chain_source (
    name     varchar(60)  not null,
    version  integer      not null,
    -- what makes the row one
    key      varchar(200) not null,
    -- the case that it is about, or null
    "case"   varchar(200) not null,
    content  varchar(2000) not null,
    -- whether the row is entered by now: a file is when it has been handed in
    entered  varchar(200) not null default 'true',
    primary key (name, version)
);

create table chain_queue (
    id           bigint generated always as identity primary key,
    source       varchar(60)  not null,
    version      integer      not null,
    key          varchar(200) not null,
    case_number  varchar(40),
    digest       bytea        not null,
    queued_at    timestamptz  not null default clock_timestamp()
);

create table chain_entry (
    number       bigint       primary key,
    source       varchar(60)  not null,
    version      integer      not null,
    key          varchar(200) not null,
    case_number  varchar(40),
    digest       bytea        not null,
    queued_at    timestamptz  not null,
    -- how digest and hash were made
    algorithm    varchar(20)  not null,
    previous     bytea        not null,
    hash         bytea        not null
);
create index chain_entry_by_row on chain_entry (source, key);
create index chain_entry_by_case on chain_entry (case_number, number);

-- The last entry of a day, which leaves the database.
create table chain_head (
    day        date         primary key,
    number     bigint       not null,
    hash       bytea        not null,
    -- when it was written to the file; null: not yet, or none is configured
    filed_at   timestamptz,
    made_at    timestamptz  not null
);

insert into chain_source (name, version, key, "case", content, entered) values
    ('case_entry', 1, 't.id', 't.case_number',
     't.case_number, t.key, t.kind, t.title, t.text, t.particulars, t.article, t.conclusion, t.document_number, t.document_date, t.author, t.author_name, t.audience, t.task_id, t.entered_at, t.lasting, t.issuer, t.remedy', 'true'),
    ('opinion', 1, 't.id', '(select a.case_number from application a where a.id = t.application_id)',
     't.submission_id, t.stage, t.conclusion, t.opinion, t.soft_miss_judgement, t.document_number, t.document_date, t.correction_working_days, t.given_by, t.given_by_name, t.given_at', 'true'),
    ('assessment', 1, 't.id', 'null',
     't.submission_id, t.stage_kind, t.stage_number, t.overall, t.overall_version, t.overall_rule, t.overall_inputs, t.assessed_at', 'true'),
    ('finding', 1, 't.assessment_id || ''/'' || t.position', 'null',
     't.assessment_id, t.position, t.code, t.decision, t.decision_version, t.rule, t.article, t.label, t.inputs, t.requirement, t.outcome, t.shortfall', 'true'),
    ('incident_finding', 1, 't.assessment_id || ''/'' || t.position', 'null',
     't.assessment_id, t.position, t.type, t.level, t.occurred_on, t.enterprise_code, t.enterprise_name, t.source, t.vetoed, t.reason, t.article, t.decision_version, t.rule, t.within_three_years', 'true'),
    ('national_finding', 1, 't.case_number || ''/'' || t.evaluation || ''/'' || t.cluster_number || ''/'' || t.position', 't.case_number',
     't.case_number, t.evaluation, t.cluster_number, t.position, t.code, t.rule, t.article, t.label, t.inputs, t.requirement, t.outcome, t.shortfall', 'true'),
    ('cluster_event', 1, 't.id', 't.case_number',
     't.cluster_id, t.state, t.happened_on, t.reason, t.article, t.case_number, t.document_number, t.recorded_at', 'true'),
    ('cluster_fact', 1, 't.id', 't.case_number',
     't.cluster_id, t.kind, t.value, t.valid_from, t.case_number, t.article, t.recorded_at', 'true'),
    ('issued_paper', 1, 't.id', 't.case_number',
     't.case_number, t.kind, t.subject, t.document_number, t.document_date, t.data_digest, t.template_version, t.docx_sha256, sha256(t.pdf), t.issued_by, t.issued_by_name, t.issued_at', 'true'),
    ('evidence_file', 1, 't.id', 't.case_number',
     't.case_number, t.occasion, t.round, t.material, t.condition, t.name, t.type, t.content_id, t.uploaded_by, t.uploaded_by_name, t.uploaded_at, t.handed_in_at, (select c.sha256 from evidence_content c where c.id = t.content_id)', 't.handed_in_at is not null'),
    ('letter_file', 1, 't.id', 'null',
     't.name, t.type, t.content_id, t.received_at, (select c.sha256 from evidence_content c where c.id = t.content_id)', 'true'),
    ('model_draft_event', 1, 't.id', 'null',
     't.draft_id, t.kind, t.happened_at, t.user_id, t.user_name, t.reason, t.judgement_id', 'true'),
    ('audit_event', 1, 't.id', 'null',
     't.at, t.kind, t.user_id, t.by_user, t.address, t.details', 'true');

do $$
declare
    s chain_source;
    queued text;
begin
    for s in select * from chain_source loop
        queued := format(
            'insert into chain_queue (source, version, key, case_number, digest) '
            'select %L, %s, %s, %s, sha256(convert_to(jsonb_build_array(%s)::text, ''UTF8'')) from %%s t where %s order by 3',
            s.name, s.version, s.key, s."case", s.content, s.entered);
        -- a text of jsonb says times in the session's zone: everywhere that of the chain
        execute format('create function chain_%I() returns trigger language plpgsql set timezone = ''UTC'' as '
            '$f$ begin %s; return null; end $f$', s.name, format(queued, 'added'));
        execute format('create trigger chained after insert on %I referencing new table as added '
            'for each statement execute function chain_%I()', s.name, s.name);
        -- what was there before the chain
        perform set_config('timezone', 'UTC', true);
        execute format(queued, s.name);
    end loop;
end $$;

create function chain_handed_in() returns trigger language plpgsql set timezone = 'UTC' as $f$
begin
    insert into chain_queue (source, version, key, case_number, digest)
    select 'evidence_file', 1, t.id, t.case_number, sha256(convert_to(jsonb_build_array(
            t.case_number, t.occasion, t.round, t.material, t.condition, t.name, t.type, t.content_id, t.uploaded_by, t.uploaded_by_name,
            t.uploaded_at, t.handed_in_at, (select c.sha256 from evidence_content c where c.id = t.content_id))::text, 'UTF8'))
      from added t
      join before b on b.id = t.id
     where t.handed_in_at is not null and b.handed_in_at is null
     order by t.id;
    return null;
end $f$;

create trigger chained_when_handed_in after update on evidence_file referencing new table as added old table as before
    for each statement execute function chain_handed_in();
