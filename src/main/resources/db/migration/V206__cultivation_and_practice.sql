-- What a unit asked to have admitted to the cultivation pool (第六条).
create table pool_application (
    case_number      varchar(30)    primary key references case_record,
    leading_industry varchar(200)   not null,
    latest_output    numeric(12, 2) not null check (latest_output >= 0),
    enterprise_count integer        not null check (enterprise_count > 0)
);

-- Good practice that a city handed in (第九条).
create table practice (
    case_number  varchar(30)   primary key references case_record,
    theme        varchar(20)   not null,
    title        varchar(100)  not null,
    summary      varchar(4000) not null,
    results      varchar(2000) not null,
    published_on date
);

create index practice_published on practice (published_on) where published_on is not null;
