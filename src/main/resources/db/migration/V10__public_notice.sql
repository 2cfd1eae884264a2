-- A public notice, exactly as it was published. Rows are never changed but for the end of the period, which follows
-- the calendar, and for what became of it.
create table notice (
    id                  bigint generated always as identity primary key,
    subject             varchar(30)  not null unique,
    title               varchar(200) not null,
    published_on        date         not null,
    publicity_days      integer      not null check (publicity_days > 0),
    ends_on             date         not null check (ends_on > published_on),
    -- text, not jsonb: the hash is that of these very characters in UTF-8
    snapshot            text         not null,
    sha256              char(64)     not null,
    process_instance_id varchar(64)  not null,
    period_ended_at     timestamptz
);

create table notice_item (
    notice_id        bigint       not null references notice,
    position         integer      not null,
    case_number      varchar(30)  not null,
    cluster_name     varchar(200) not null,
    leading_industry varchar(200) not null,
    applicant        varchar(200) not null,
    county           varchar(80)  not null,
    city             varchar(80)  not null,
    outcome          varchar(20)  not null check (outcome in ('PENDING', 'NO_OBJECTION', 'DISMISSED', 'UPHELD')),
    primary key (notice_id, case_number)
);

-- Name and contact are known to the autonomous region's staff only.
create table objection (
    id            bigint generated always as identity primary key,
    notice_id     bigint        not null,
    case_number   varchar(30)   not null,
    objector_name varchar(100)  not null,
    contact       varchar(200)  not null,
    grounds       varchar(4000) not null,
    received_on   date          not null,
    entered_by    varchar(64)   not null,
    entered_at    timestamptz   not null,
    facts         varchar(4000),
    verified_by   varchar(64),
    verified_at   timestamptz,
    ruling        varchar(20) check (ruling in ('UPHELD', 'DISMISSED')),
    ruling_reason varchar(2000),
    ruled_by      varchar(64),
    ruled_at      timestamptz,
    foreign key (notice_id, case_number) references notice_item,
    check ((ruling is null) = (ruling_reason is null))
);

create index on objection (notice_id);
