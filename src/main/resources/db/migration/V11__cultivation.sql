-- What a unit asked to have admitted to the cultivation pool (第六条).
create table pool_application (
    case_number      varchar(30)    primary key references case_record,
    leading_industry varchar(200)   not null,
    latest_output    numeric(12, 2) not null check (latest_output >= 0),
    enterprise_count integer        not null check (enterprise_count > 0)
);

-- A plan's six lines of work (第五条) as last entered, so that a return does not ask for them again.
create table pool_plan_line (
    case_number varchar(30)   not null references case_record,
    line        varchar(20)   not null,
    goals       varchar(500)  not null,
    measures    varchar(1000) not null,
    unit        varchar(100)  not null,
    primary key (case_number, line)
);
