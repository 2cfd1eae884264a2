-- The recommendation of a year's clusters for the national title (第十六条).
create table national_recommendation (
    case_number      varchar(30) primary key references case_record,
    -- reported on, as in annual_report
    year             integer     not null,
    -- of the ministry's notice, as far as known at the start: its document, the last day to apply, how many
    notice_number    varchar(60),
    apply_by         date,
    quota            integer check (quota > 0),
    stage            varchar(20) not null check (stage in ('EVALUATING', 'PROPOSING', 'DECIDING', 'LISTED', 'CONCLUDED',
                                                           'NOTHING')),
    -- of the list
    document_number  varchar(60),
    document_date    date,
    approved_by_name varchar(200),
    listed_at        timestamptz,
    -- of the ministry's list
    result_document  varchar(60),
    result_date      date,
    recorded_by_name varchar(200),
    result_at        timestamptz,
    check ((document_number is null) = (listed_at is null)),
    check ((result_document is null) = (result_at is null))
);

-- one for a year; where it came to nothing, another may be begun
create unique index national_recommendation_of_year on national_recommendation (year) where stage <> 'NOTHING';

-- Candidates may be evaluated again before the list is drawn up; every evaluation stays as it was made.
create table national_evaluation (
    case_number  varchar(30) not null references national_recommendation,
    evaluation   integer     not null check (evaluation >= 1),
    -- why, and by whom, it was made again; null: the first, which the system made
    reason       varchar(1000),
    by_name      varchar(200),
    evaluated_at timestamptz not null,
    primary key (case_number, evaluation),
    check ((evaluation = 1) = (reason is null and by_name is null))
);

-- A cluster that may be recommended, as it stood when it was evaluated.
create table national_candidate (
    case_number       varchar(30)  not null references national_recommendation,
    evaluation        integer      not null,
    cluster_number    varchar(20)  not null references cluster (cluster_number),
    cluster_name      varchar(200) not null,
    leading_industry  varchar(200) not null,
    county_code       varchar(6)   not null,
    city_code         varchar(4)   not null,
    applicant_group   varchar(60)  not null,
    report_case       varchar(30)  not null,
    reported_late     boolean      not null,
    warned            boolean      not null,
    -- version of the table of criteria in the engine
    decision_version  integer      not null,
    evaluated_on      date         not null,
    -- the officer's proposal
    recommended       boolean,
    reason            varchar(1000),
    proposed_by_name  varchar(200),
    proposed_at       timestamptz,
    -- whether the ministry recognised it
    recognised        boolean,
    primary key (case_number, evaluation, cluster_number),
    foreign key (case_number, evaluation) references national_evaluation,
    check ((recommended is null) = (proposed_at is null)),
    check (recognised is null or recommended)
);

create index national_candidate_by_cluster on national_candidate (cluster_number);

-- One criterion held against one candidate.
create table national_finding (
    case_number    varchar(30)   not null,
    evaluation     integer       not null,
    cluster_number varchar(20)   not null,
    position       integer       not null,
    -- as in finding
    code           varchar(60)   not null,
    rule           varchar(255),
    article        varchar(40)   not null,
    label          varchar(100)  not null,
    inputs         jsonb         not null,
    requirement    varchar(400)  not null,
    outcome        varchar(20)   not null,
    shortfall      jsonb         not null,
    primary key (case_number, evaluation, cluster_number, position),
    foreign key (case_number, evaluation, cluster_number) references national_candidate
);

-- A cluster with a report of the year that is no candidate.
create table national_exclusion (
    case_number    varchar(30)   not null references national_recommendation,
    evaluation     integer       not null,
    cluster_number varchar(20)   not null references cluster (cluster_number),
    cluster_name   varchar(200)  not null,
    reason         varchar(1000) not null,
    primary key (case_number, evaluation, cluster_number),
    foreign key (case_number, evaluation) references national_evaluation
);
