-- Which checks were ordered in a case (第十二条(三)), and why an inspection was.
create table review_plan (
    case_number            varchar(30)  primary key,
    expert_review          boolean      not null,
    site_inspection        boolean      not null,
    site_inspection_reason varchar(1000),
    planned_by             varchar(64),
    planned_by_name        varchar(200) not null,
    planned_at             timestamptz  not null,
    check (site_inspection = (site_inspection_reason is not null))
);

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

-- A row is there from the assignment on; the opinion comes with given_at. It keeps the name of who gave it and outlives
-- the entry in the roster.
create table expert_opinion (
    case_number    varchar(30) not null,
    expert_id      varchar(64) not null,
    expert_name    varchar(60) not null,
    recommendation varchar(20),
    score          integer check (score between 0 and 100),
    opinion        varchar(4000),
    given_at       timestamptz,
    primary key (case_number, expert_id),
    check ((given_at is null) = (opinion is null) and (given_at is null) = (recommendation is null))
);

create table site_inspection (
    case_number      varchar(30)   primary key,
    inspected_on     date          not null,
    participants     varchar(500)  not null,
    findings         varchar(4000) not null,
    conclusion       varchar(20)   not null,
    recorded_by      varchar(64)   not null,
    recorded_by_name varchar(200)  not null,
    recorded_at      timestamptz   not null
);
