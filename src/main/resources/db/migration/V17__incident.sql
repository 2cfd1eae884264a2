-- The register of incidents (第十条、第十七条(五)).
create table incident_register (
    id               bigint generated always as identity primary key,
    enterprise_code  varchar(18),
    enterprise_name  varchar(200)  not null,
    -- the cluster it counts for, null where the enterprise is in none
    cluster_number   varchar(20) references cluster (cluster_number),
    city_group       varchar(60)   not null,
    type             varchar(40)   not null,
    level            varchar(40),
    occurred_on      date          not null,
    source           varchar(1000) not null,
    entered_by       varchar(64)   not null,
    entered_by_name  varchar(200)  not null,
    entered_at       timestamptz   not null,
    -- entered by mistake: taken back with a reason, never deleted
    withdrawn_at     timestamptz,
    withdrawn_by     varchar(200),
    withdrawal       varchar(1000),
    -- the entry that this one corrects, taken back in the same step
    replaces         bigint unique references incident_register (id),
    -- what the table of 第十条 said on the day when it was entered; null: a person decides
    vetoed           boolean,
    reason           varchar(1000) not null,
    decision_version integer       not null,
    check ((withdrawn_at is null) = (withdrawal is null))
);

-- one incident of an enterprise, type and day
create unique index incident_register_once on incident_register (coalesce(enterprise_code, enterprise_name), type, occurred_on)
    where withdrawn_at is null;
create index incident_register_by_code on incident_register (enterprise_code);
create index incident_register_by_cluster on incident_register (cluster_number);
create index incident_register_by_city on incident_register (city_group, occurred_on);
