-- A change of a recognised cluster on its way into the registry (第十五条).
create table change_filing (
    case_number        varchar(30)   primary key references case_record,
    kind               varchar(30)   not null,
    affects_conditions boolean,
    changed_on         date          not null,
    new_value          varchar(2000) not null,
    -- found by the autonomous region, not reported by the unit
    discovered         boolean       not null,
    significance       varchar(20),
    -- last day of the period, null where the change has none
    last_day           date,
    -- day of the first submission
    submitted_on       date,
    check (last_day is null or significance is not null)
);
