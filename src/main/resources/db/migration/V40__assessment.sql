-- What was found when a submission was held against 第十条 and 第十一条: written once per stage, never changed.
create table assessment (
    id              bigint generated always as identity primary key,
    submission_id   bigint       not null,
    stage           varchar(40)  not null,
    overall         varchar(20)  not null check (overall in ('MET', 'NOT_MET', 'NEEDS_EXPLANATION', 'MISSING')),
    overall_version integer      not null,
    assessed_at     timestamptz  not null,
    unique (submission_id, stage)
);

create table finding (
    assessment_id    bigint        not null references assessment,
    position         integer       not null,
    code             varchar(100)  not null,
    decision         varchar(100)  not null,
    decision_version integer       not null,
    article          varchar(40)   not null,
    label            varchar(200)  not null,
    value            varchar(1000) not null,
    requirement      varchar(1000) not null,
    outcome          varchar(20)   not null check (outcome in ('MET', 'NOT_MET', 'NEEDS_EXPLANATION', 'MISSING')),
    shortfall        varchar(1000),
    reason           varchar(1000),
    primary key (assessment_id, position)
);

create table incident_finding (
    assessment_id    bigint        not null references assessment,
    position         integer       not null,
    type             varchar(40)   not null,
    level            varchar(40),
    occurred_on      date          not null,
    enterprise_code  varchar(18),
    enterprise_name  varchar(200),
    source           varchar(1000),
    -- null: a person decides
    vetoed           boolean,
    reason           varchar(1000) not null,
    article          varchar(40)   not null,
    decision_version integer       not null,
    primary key (assessment_id, position)
);
