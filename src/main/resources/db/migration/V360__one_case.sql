-- Applications for recognition are cases like the others: what a case is and what is said in it stands in one place.
alter table case_entry add column audience varchar(10) not null default 'UNIT' check (audience in ('UNIT', 'CITY', 'REGION'));
update case_entry set audience = 'CITY' where internal;
alter table case_entry alter column audience drop default;
alter table case_entry drop column internal;

drop view case_unit;
drop view case_cluster;
drop view cluster_data_in_force;
drop table case_event;

alter table application
    drop column applicant_group,
    drop column city_group,
    drop column cluster_name,
    drop column started_by,
    drop column started_at;
-- the cluster of the cultivation pool that applies
alter table application rename column cluster_number to pool_cluster;
-- the assessment for the re-review that the conclusion rests on
alter table application add column concluded_re_review integer;
alter table application add foreign key (case_number) references case_record;

-- one open case of a unit for one cluster in one batch
create unique index case_open_once on case_record (applicant_group, cluster_name, subject)
    where kind = 'RD' and closed_at is null;
create index case_record_by_opening on case_record (opened_at desc, case_number desc);

create view application_case as
select a.*, c.applicant_group, c.city_group, c.cluster_name, c.opened_by, c.opened_at, c.cluster_number
  from application a join case_record c on c.case_number = a.case_number;

-- Which cluster's data a case has: a case of another procedure, an application from the pool, and whatever gave a term.
create view case_cluster as
select case_number, cluster_number from case_record where cluster_number is not null and kind <> 'RD'
union
select case_number, pool_cluster from application where pool_cluster is not null
union
select t.source_case, c.cluster_number from cluster_term t join cluster c on c.id = t.cluster_id;

-- Whose data count now: of every application under way, and of every cluster whose recognition holds, the version last
-- submitted with the latest of the cases that gave it a term and have data here.
create view cluster_data_in_force as
(select distinct on (a.id)
        s.id as submission_id, a.batch_id, a.case_number, a.applicant_code, a.applicant_group, a.cluster_name,
        null::varchar as cluster_number
   from application_case a
   join submission s on s.case_number = a.case_number and s.state = 'FROZEN'
  where a.state in ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'RECOMMENDED', 'RE_REVIEWED', 'SELECTED', 'IN_NOTICE')
    and not exists (select 1 from cluster_term t join cluster c on c.id = t.cluster_id
                     where t.source_case = a.case_number and c.state in ('RECOGNISED', 'UNDER_REVIEW'))
  order by a.id, s.round desc)
union all
(select distinct on (c.id)
        s.id, a.batch_id, t.source_case, regexp_replace(c.applicant_group, '^[a-z]+-', ''), c.applicant_group, c.name,
        c.cluster_number
   from cluster c
   join cluster_term t on t.cluster_id = c.id
   join submission s on s.case_number = t.source_case and s.state = 'FROZEN'
   left join application a on a.case_number = t.source_case
  where c.state in ('RECOGNISED', 'UNDER_REVIEW')
  order by c.id, t.number desc, s.round desc);

-- the task that was done when it was entered
alter table case_entry add column task_id varchar(64);
create index case_entry_by_task on case_entry (task_id) where task_id is not null;

-- code of what was concluded
alter table case_entry add column conclusion varchar(40);
