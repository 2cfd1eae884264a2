-- One application for recognition (第十二条、第十三条) and everything that is said of it.
create table application (
    id                   bigint generated always as identity primary key,
    case_number          varchar(30)  not null unique,
    batch_id             bigint       not null,
    applicant_code       varchar(40)  not null references region_unit,
    applicant_group      varchar(50)  not null,
    city_group           varchar(50)  not null,
    applicant_type       varchar(20)  not null
        check (applicant_type in ('COUNTY_DEPARTMENT', 'PARK_COMMITTEE', 'OPERATING_BODY')),
    cluster_name         varchar(60)  not null,
    leading_industry     varchar(60)  not null,
    cross_county         boolean      not null,
    -- codes of county-level units other than the applicant's own
    involved_counties    text[]       not null,
    largest_output_share boolean,
    designated_by_city   boolean      not null,
    designation_document varchar(100),
    eligible             boolean,
    eligibility_reason   varchar(1000),
    state                varchar(20)  not null,
    state_reason         varchar(2000),
    state_since          timestamptz  not null,
    started_by           varchar(64)  not null,
    started_at           timestamptz  not null,
    -- the date that titles must be valid on: the first submission's
    submitted_on         date,
    re_reviews           integer      not null default 0,
    expert_review_ordered boolean,
    site_inspection_ordered boolean,
    site_inspection_reason varchar(1000)
);

create index application_by_batch on application (batch_id);
create index application_by_applicant on application (applicant_group);
create index application_by_city on application (city_group);
-- one open application of a unit for one cluster in one batch
create unique index application_open_once on application (batch_id, applicant_code, cluster_name)
    where state not in ('INELIGIBLE', 'REFUSED', 'NOT_RECOMMENDED', 'NOT_RECOGNISED', 'WITHDRAWN', 'LAPSED');

-- A version of what the applicant hands in. Frozen on submission, never changed afterwards; a correction is a new row.
create table submission (
    id                     bigint      primary key,
    application_id         bigint      not null references application,
    round                  integer     not null check (round >= 1),
    state                  varchar(10) not null check (state in ('OPEN', 'FROZEN')),
    no_incidents           boolean     not null default false,
    explanation            varchar(2000),
    truthfulness_committed boolean     not null default false,
    -- assessments asked for while it was open; the latest is CHECK-<checks>
    checks                 integer     not null default 0,
    changed_since_check    boolean     not null default true,
    submitted_by           varchar(64),
    submitted_by_name      varchar(200),
    submitted_at           timestamptz,
    unique (application_id, round)
);

create table declaration (
    submission_id bigint      not null references submission,
    code          varchar(60) not null,
    value         boolean,
    explanation   varchar(1000),
    primary key (submission_id, code)
);

-- Declared by the applicant with a version, or entered by a reviewer for the whole case (submission_id null).
create table incident (
    id              bigint generated always as identity primary key,
    application_id  bigint       not null references application,
    submission_id   bigint references submission,
    type            varchar(40)  not null,
    level           varchar(40),
    occurred_on     date         not null,
    enterprise_code varchar(18),
    enterprise_name varchar(200) not null,
    source          varchar(1000) not null,
    entered_by      varchar(64)  not null,
    entered_by_name varchar(200) not null,
    entered_at      timestamptz  not null
);

create index incident_by_application on incident (application_id);

-- What an authority said at a stage; the submission is the very version it had before it.
create table opinion (
    id                      bigint generated always as identity primary key,
    application_id          bigint        not null references application,
    submission_id           bigint        not null references submission,
    stage                   varchar(20)   not null,
    conclusion              varchar(20)   not null,
    opinion                 varchar(4000) not null,
    soft_miss_judgement     varchar(4000),
    document_number         varchar(60),
    document_date           date,
    correction_working_days integer check (correction_working_days between 1 and 30),
    given_by                varchar(64)   not null,
    given_by_name           varchar(200)  not null,
    given_at                timestamptz   not null,
    unique (submission_id, stage)
);

create index opinion_by_application on opinion (application_id);

create table expert (
    user_id      varchar(64)  primary key,
    name         varchar(60)  not null,
    organisation varchar(200) not null,
    -- the county-level unit where the expert works or lives; null where outside the autonomous region
    county_code  varchar(40) references region_unit
);

-- An enterprise that an expert is tied to by employment, holding or kinship.
create table expert_tie (
    user_id     varchar(64)  not null references expert on delete cascade,
    credit_code char(18)     not null,
    primary key (user_id, credit_code)
);

-- A row is there from the assignment on; the opinion comes with given_at.
create table expert_opinion (
    application_id bigint      not null references application,
    expert_id      varchar(64) not null references expert,
    expert_name    varchar(60) not null,
    recommendation varchar(20),
    score          integer check (score between 0 and 100),
    opinion        varchar(4000),
    given_at       timestamptz,
    primary key (application_id, expert_id),
    check ((given_at is null) = (opinion is null) and (given_at is null) = (recommendation is null))
);

create table site_inspection (
    application_id   bigint        primary key references application,
    inspected_on     date          not null,
    participants     varchar(500)  not null,
    findings         varchar(4000) not null,
    conclusion       varchar(20)   not null,
    recorded_by      varchar(64)   not null,
    recorded_by_name varchar(200)  not null,
    recorded_at      timestamptz   not null
);

-- What happened in a case: who, when, what, in words. Rows are only ever added.
create table case_event (
    id          bigint generated always as identity primary key,
    case_number varchar(30)   not null,
    key         varchar(60)   not null,
    text        varchar(4000) not null,
    user_id     varchar(64),
    user_name   varchar(200)  not null,
    happened_at timestamptz   not null
);

create index case_event_by_case on case_event (case_number, id);
