-- A text may hold what a form lets people enter and the words around it, as a notice with the facts found does.
alter table case_entry alter column text type text;
alter table case_record alter column outcome_reason type text;
alter table cluster_event alter column reason type text;
alter table cluster_pool_stay alter column leave_reason type text;
alter table revocation_cause alter column evidence type text;

-- A plan's six lines of work (第五条) as last entered, so that a return does not ask for them again.
create table pool_plan_line (
    case_number varchar(30)   not null references case_record,
    line        varchar(20)   not null,
    goals       varchar(500)  not null,
    measures    varchar(1000) not null,
    unit        varchar(100)  not null,
    primary key (case_number, line)
);
