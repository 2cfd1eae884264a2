-- A version of what is handed in with a case (第十三条). Frozen on submission, never changed afterwards; a correction is a
-- new row.
create table submission (
    id                     bigint      primary key,
    case_number            varchar(30) not null,
    round                  integer     not null check (round >= 1),
    state                  varchar(10) not null check (state in ('OPEN', 'FROZEN')),
    no_incidents           boolean     not null default false,
    explanation            varchar(2000),
    truthfulness_committed boolean     not null default false,
    -- assessments asked for while it was open; the number of the latest of the stage CHECK
    checks                 integer     not null default 0,
    changed_since_check    boolean     not null default true,
    submitted_by           varchar(64),
    submitted_by_name      varchar(200),
    submitted_at           timestamptz,
    unique (case_number, round)
);

create table declaration (
    submission_id bigint      not null references submission,
    code          varchar(60) not null,
    value         boolean,
    explanation   varchar(1000),
    primary key (submission_id, code)
);

-- Declared by the unit with a version, or entered by a reviewer for the whole case (submission_id null).
create table incident (
    id              bigint generated always as identity primary key,
    case_number     varchar(30)   not null,
    submission_id   bigint references submission,
    type            varchar(40)   not null,
    level           varchar(40),
    occurred_on     date          not null,
    enterprise_code varchar(18),
    enterprise_name varchar(200)  not null,
    source          varchar(1000) not null,
    entered_by      varchar(64)   not null,
    entered_by_name varchar(200)  not null,
    entered_at      timestamptz   not null,
    -- entered by mistake: taken back with a reason, never deleted
    withdrawn_at    timestamptz,
    withdrawn_by    varchar(200),
    withdrawal      varchar(1000),
    check ((withdrawn_at is null) = (withdrawal is null))
);

create index incident_by_case on incident (case_number);

-- What of 第十三条 a version was handed in with: written when it is frozen, never changed.
create table application_material (
    submission_id    bigint        not null references submission,
    position         integer       not null,
    code             varchar(60)   not null,
    name             varchar(200)  not null,
    provided_by      varchar(20)   not null check (provided_by in ('APPLICANT', 'CITY')),
    requirement      varchar(20)   not null check (requirement in ('REQUIRED', 'IF_APPLICABLE', 'NOT_APPLICABLE')),
    article          varchar(40)   not null,
    note             varchar(1000) not null,
    held             boolean       not null,
    holding          varchar(1000) not null,
    decision_version integer       not null,
    primary key (submission_id, position)
);

-- What a version had in common with other clusters' data when it was assessed: a row per item and other cluster.
create table cluster_overlap (
    submission_id   bigint       not null references submission,
    -- of the assessment that it was looked for with
    stage_kind      varchar(20)  not null,
    stage_number    integer      not null,
    kind            varchar(10)  not null check (kind in ('ENTERPRISE', 'PATENT')),
    -- of a patent, whose number is unique within its kind only
    patent_kind     varchar(30)  not null default '',
    -- credit code of an enterprise, number of a patent
    code            varchar(60)  not null,
    name            varchar(200) not null,
    other_case      varchar(30)  not null,
    other_cluster   varchar(60)  not null,
    other_applicant varchar(50)  not null,
    primary key (submission_id, stage_kind, stage_number, kind, patent_kind, code, other_case)
);
