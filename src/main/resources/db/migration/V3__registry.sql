-- The cluster's lifelong record, and the counters from which numbers are drawn in the case's own transaction.
create table counter (
    name  varchar(60) primary key,
    value integer not null check (value > 0)
);

-- A cluster enters the registry with the pool already (第六条) and keeps its number for life.
create table cluster (
    id               bigint generated always as identity primary key,
    cluster_number   varchar(20)  not null unique check (cluster_number ~ '^NXJQ-[0-9]{6}-[0-9]{4}$'),
    -- the case by which it entered the registry; registering a case twice changes nothing
    source_case      varchar(30)  not null unique,
    name             varchar(200) not null,
    leading_industry varchar(200) not null,
    -- of a cluster that lies in no single county, as that of a park directly under a city: the city's own, e.g. 640100
    county_code      varchar(6)   not null,
    city_code        varchar(4)   not null references region_unit (code),
    applicant_group  varchar(60)  not null,
    state            varchar(20)  not null
        check (state in ('CULTIVATED', 'LEFT_POOL', 'RECOGNISED', 'UNDER_REVIEW', 'LAPSED', 'REVOKED')),
    recognised_on    date,
    -- of the latest recognition
    document_number  varchar(60),
    created_at       timestamptz  not null
);

create index on cluster (county_code);
create index on cluster (applicant_group);

create table cluster_term (
    cluster_id     bigint      not null references cluster,
    -- 1 for the recognition, 2 for the first renewal, …
    number         integer     not null check (number > 0),
    starts_on      date        not null,
    ends_on        date        not null check (ends_on > starts_on),
    -- the first day on which its review may be applied for; set by the term's process from its model (第十四条)
    review_open_on date,
    source_case    varchar(30) not null,
    recorded_at    timestamptz not null,
    primary key (cluster_id, number),
    unique (cluster_id, source_case)
);

-- which cluster a case gave a term to
create index cluster_term_by_case on cluster_term (source_case);

create table cluster_event (
    id              bigint generated always as identity primary key,
    cluster_id      bigint      not null references cluster,
    state           varchar(20) not null,
    happened_on     date        not null,
    reason          text        not null,
    article         varchar(40) not null,
    case_number     varchar(30),
    -- by which the state came about
    document_number varchar(100),
    recorded_at     timestamptz not null
);

create index on cluster_event (cluster_id);
-- a case tells the same change of state once
create unique index cluster_event_once on cluster_event (cluster_id, state, case_number) where case_number is not null;

-- What is true of a cluster from a day on (第十五条), its name and industry at the beginning included, and when the registry
-- learnt it. Rows are only ever added.
create table cluster_fact (
    id          bigint generated always as identity primary key,
    cluster_id  bigint        not null references cluster,
    kind        varchar(30)   not null
        check (kind in ('NAME', 'LEADING_INDUSTRY', 'AREA', 'OPERATING_BODY', 'OTHER')),
    value       varchar(2000) not null,
    valid_from  date          not null,
    case_number varchar(30)   not null,
    article     varchar(40)   not null,
    recorded_at timestamptz   not null,
    unique (cluster_id, kind, case_number)
);

-- A stay in the cultivation pool.
create table cluster_pool_stay (
    cluster_id   bigint      not null references cluster,
    entry_case   varchar(30) not null,
    entered_on   date        not null,
    left_on      date check (left_on >= entered_on),
    leave_reason text,
    primary key (cluster_id, entry_case),
    check ((left_on is null) = (leave_reason is null))
);

create unique index cluster_pool_stay_open on cluster_pool_stay (cluster_id) where left_on is null;

-- What may be a ground of revocation (第十七条): reported by any procedure, once for each cause.
create table revocation_cause (
    id             bigint generated always as identity primary key,
    cause          varchar(200) not null unique,
    cluster_number varchar(20)  not null references cluster (cluster_number),
    fact           varchar(30)  not null,
    evidence       text         not null,
    source_case    varchar(30),
    occurred_on    date         not null,
    reported_at    timestamptz  not null,
    -- the revocation case that deals with it
    case_number    varchar(30)
);

create index revocation_cause_by_cluster on revocation_cause (cluster_number);
create index revocation_cause_by_case on revocation_cause (case_number);

-- Where a case stood from when on, so that its record tells it of a past day. Rows are only ever added.
create table case_standing (
    id          bigint generated always as identity primary key,
    case_number varchar(30)  not null,
    standing    varchar(100) not null,
    since       timestamptz  not null
);

create index case_standing_by_case on case_standing (case_number, id);

-- A list that a procedure hands over to be made public, and what became of each entry.
create table public_list (
    -- the number of the case or batch whose list it is
    subject         varchar(30)  primary key,
    title           varchar(200) not null,
    document_number varchar(60)  not null
);

create table public_list_item (
    subject          varchar(30)  not null references public_list,
    position         integer      not null,
    case_number      varchar(30)  not null,
    cluster_name     varchar(200) not null,
    leading_industry varchar(200) not null,
    applicant        varchar(200) not null,
    county           varchar(80)  not null,
    city             varchar(80)  not null,
    outcome          varchar(20)  not null check (outcome in ('PENDING', 'NO_OBJECTION', 'DISMISSED', 'UPHELD')),
    ruling           varchar(2000),
    primary key (subject, case_number),
    unique (subject, position)
);
