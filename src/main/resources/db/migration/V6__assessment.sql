-- What was found when a submission was held against 第十条 and 第十一条: written once per stage, never changed.
create table assessment (
    id              bigint generated always as identity primary key,
    submission_id   bigint       not null,
    -- for which step it was made, counted within the kind
    stage_kind      varchar(20)  not null check (stage_kind in ('CHECK', 'REVIEW', 'REREVIEW', 'ANNUAL')),
    stage_number    integer      not null check (stage_number >= 1),
    overall         varchar(20)  not null check (overall in ('MET', 'NOT_MET', 'NEEDS_EXPLANATION', 'MISSING')),
    -- the table basicConditions: its version, the rule that matched, what it judged by input expression
    overall_version integer      not null,
    overall_rule    varchar(255),
    overall_inputs  jsonb        not null,
    assessed_at     timestamptz  not null,
    -- the step of the process that asked; null where a page did
    process_instance_id   varchar(64),
    process_definition_id varchar(64),
    activity_id           varchar(255),
    unique (submission_id, stage_kind, stage_number)
);

create index assessment_by_instance on assessment (process_instance_id);

create table finding (
    assessment_id    bigint        not null references assessment,
    position         integer       not null,
    code             varchar(100)  not null,
    decision         varchar(100)  not null,
    decision_version integer       not null,
    -- the rule that matched
    rule             varchar(255),
    article          varchar(40)   not null,
    label            varchar(200)  not null,
    -- what the rules look at: [{code, label, unit, number or yes or text, threshold {operator, limit}, limits, reason}]
    inputs           jsonb         not null,
    requirement      varchar(1000) not null,
    outcome          varchar(20)   not null check (outcome in ('MET', 'NOT_MET', 'NEEDS_EXPLANATION', 'MISSING')),
    -- the ways to meet it, each with what is missing: [[{input, threshold {operator, limit}, by}]]
    shortfall        jsonb         not null,
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
    -- the same incident may be told by the case and by the register: both are kept
    source           varchar(2500),
    -- null: a person decides
    vetoed           boolean,
    reason           varchar(1000) not null,
    article          varchar(40)   not null,
    decision_version integer       not null,
    -- the rule that matched, and what it judged beside type and level
    rule               varchar(255),
    within_three_years boolean     not null,
    primary key (assessment_id, position)
);
