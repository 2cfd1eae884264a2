-- A cluster enters the registry with the pool already (第六条) and keeps its number for life.
alter table cluster drop constraint cluster_state_check;
alter table cluster add constraint cluster_state_check
    check (state in ('CULTIVATED', 'LEFT_POOL', 'RECOGNISED', 'UNDER_REVIEW', 'LAPSED', 'REVOKED'));

-- A stay in the cultivation pool.
create table cluster_pool_stay (
    cluster_id   bigint      not null references cluster,
    entry_case   varchar(30) not null,
    entered_on   date        not null,
    left_on      date check (left_on >= entered_on),
    leave_reason varchar(1000),
    primary key (cluster_id, entry_case),
    check ((left_on is null) = (leave_reason is null))
);

create unique index cluster_pool_stay_open on cluster_pool_stay (cluster_id) where left_on is null;

-- What is true of a cluster from a day on (第十五条), and when the registry learnt it. Rows are only ever added.
create table cluster_fact (
    id          bigint generated always as identity primary key,
    cluster_id  bigint        not null references cluster,
    kind        varchar(30)   not null
        check (kind in ('NAME', 'LEADING_INDUSTRY', 'AREA', 'OPERATING_BODY', 'OTHER')),
    value       varchar(2000) not null,
    valid_from  date          not null,
    case_number varchar(30)   not null,
    article     varchar(40)   not null,
    recorded_at timestamptz   not null,
    unique (cluster_id, kind, case_number)
);

-- A case tells the same change of state once.
create unique index cluster_event_once on cluster_event (cluster_id, state, case_number) where case_number is not null;

alter table cluster_term add column recorded_at timestamptz;
update cluster_term t set recorded_at = (select c.created_at from cluster c where c.id = t.cluster_id);
alter table cluster_term alter column recorded_at set not null;
