-- A year's monitoring (第十六条); the year is the one reported on, one before that of the case.
create table monitoring_year (
    year         integer     primary key,
    case_number  varchar(30) not null unique references case_record,
    -- last day on which reports are in time
    last_day     date        not null,
    concluded_at timestamptz
);

-- A cluster's report for a year. Its versions stand in submission, by case number.
create table annual_report (
    case_number     varchar(30) primary key references case_record,
    year            integer     not null references monitoring_year,
    cluster_number  varchar(20) not null references cluster (cluster_number),
    -- name by which the cluster's earlier workbooks are found
    cluster_name    varchar(200) not null,
    applicant_group varchar(60) not null,
    city_group      varchar(60) not null,
    state           varchar(20) not null check (state in ('DUE', 'SUBMITTED', 'RETURNED', 'FORWARDED', 'ACCEPTED',
                                                          'NOT_SUBMITTED', 'NOT_NEEDED')),
    -- of the first submission
    submitted_at    timestamptz,
    -- the version last submitted
    submission_id   bigint,
    forwarded_at    timestamptz,
    late            boolean     not null default false,
    -- number of the yearly assessment that the region goes by, and its result
    assessment      integer,
    outcome         varchar(20),
    vetoed          boolean,
    warned          boolean     not null default false,
    -- how the warning was worked out; null until the report was assessed
    warning_method  varchar(4000),
    unique (year, cluster_number),
    check ((submitted_at is null) = (submission_id is null)),
    check ((assessment is null) = (outcome is null))
);

create index annual_report_by_cluster on annual_report (cluster_number);
create index annual_report_by_applicant on annual_report (applicant_group, cluster_name);

-- A city's report on its cultivation work for a year (第十六条); what it says stands in the year's case.
create table city_report (
    year        integer     not null references monitoring_year,
    city_group  varchar(60) not null,
    -- null until it is handed in
    reported_at timestamptz,
    primary key (year, city_group)
);

-- Conditions that fail at the coming review if the trend goes on, as worked out when a report was assessed.
create table report_warning (
    case_number      varchar(30)   not null references annual_report,
    position         integer       not null,
    code             varchar(60)   not null,
    article          varchar(40)   not null,
    label            varchar(200)  not null,
    requirement      varchar(1000) not null,
    value_today      varchar(500)  not null,
    today            varchar(20)   not null,
    value_projected  varchar(500)  not null,
    projected        varchar(20)   not null,
    shortfall        varchar(500),
    reason           varchar(2000),
    decision         varchar(60)   not null,
    decision_version integer       not null,
    primary key (case_number, position)
);
