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
    unique (year, cluster_number),
    check ((submitted_at is null) = (submission_id is null)),
    check ((assessment is null) = (outcome is null))
);

create index annual_report_by_cluster on annual_report (cluster_number);
create index annual_report_by_applicant on annual_report (applicant_group, cluster_name);
