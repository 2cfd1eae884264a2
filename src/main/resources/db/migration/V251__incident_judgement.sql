-- What the table of 第十条 said of an entry on the day when it was entered.
alter table incident_register
    -- null: a person decides
    add column vetoed           boolean,
    add column reason           varchar(1000) not null default '',
    add column decision_version integer       not null default 0;
alter table incident_register alter column reason drop default;
alter table incident_register alter column decision_version drop default;

create index incident_register_by_city on incident_register (city_group, occurred_on);

-- The same incident may be told by the case and by the register: both sources are kept.
alter table incident_finding alter column source type varchar(2500);
