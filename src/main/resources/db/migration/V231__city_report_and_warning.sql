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

-- How the warning was worked out; null until the report was assessed.
alter table annual_report add column warning_method varchar(4000);
