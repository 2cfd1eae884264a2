-- The cluster's lifelong record, and the counters from which numbers are drawn in the case's own transaction.
create table counter (
    name  varchar(60) primary key,
    value integer not null check (value > 0)
);

create table cluster (
    id               bigint generated always as identity primary key,
    cluster_number   varchar(20)  not null unique check (cluster_number ~ '^NXJQ-[0-9]{6}-[0-9]{4}$'),
    -- the case by which it entered the registry; registering a case twice changes nothing
    source_case      varchar(30)  not null unique,
    name             varchar(200) not null,
    leading_industry varchar(200) not null,
    county_code      varchar(6)   not null references region_unit (code),
    city_code        varchar(4)   not null references region_unit (code),
    applicant_group  varchar(60)  not null,
    state            varchar(20)  not null
        check (state in ('CULTIVATED', 'RECOGNISED', 'UNDER_REVIEW', 'LAPSED', 'REVOKED')),
    recognised_on    date,
    document_number  varchar(60),
    created_at       timestamptz  not null
);

create index on cluster (county_code);
create index on cluster (applicant_group);

create table cluster_term (
    cluster_id  bigint      not null references cluster,
    -- 1 for the recognition, 2 for the first renewal, …
    number      integer     not null check (number > 0),
    starts_on   date        not null,
    ends_on     date        not null check (ends_on > starts_on),
    source_case varchar(30) not null,
    primary key (cluster_id, number),
    unique (cluster_id, source_case)
);

create table cluster_event (
    id          bigint generated always as identity primary key,
    cluster_id  bigint        not null references cluster,
    state       varchar(20)   not null,
    happened_on date          not null,
    reason      varchar(1000) not null,
    article     varchar(40)   not null,
    case_number varchar(30),
    recorded_at timestamptz   not null
);

create index on cluster_event (cluster_id);
