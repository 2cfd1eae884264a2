-- Versions, incidents and checks belong to a case of any procedure, not to an application for recognition alone.
drop view cluster_data_in_force;

alter table submission add column case_number varchar(30);
update submission s set case_number = a.case_number from application a where a.id = s.application_id;
alter table submission alter column case_number set not null;
alter table submission drop column application_id;
alter table submission add constraint submission_round_once unique (case_number, round);

alter table incident add column case_number varchar(30);
update incident i set case_number = a.case_number from application a where a.id = i.application_id;
alter table incident alter column case_number set not null;
alter table incident drop column application_id;
create index incident_by_case on incident (case_number);

alter table expert_opinion add column case_number varchar(30);
update expert_opinion e set case_number = a.case_number from application a where a.id = e.application_id;
alter table expert_opinion alter column case_number set not null;
alter table expert_opinion drop column application_id;
alter table expert_opinion add primary key (case_number, expert_id);

alter table site_inspection add column case_number varchar(30);
update site_inspection s set case_number = a.case_number from application a where a.id = s.application_id;
alter table site_inspection alter column case_number set not null;
alter table site_inspection drop column application_id;
alter table site_inspection add primary key (case_number);

-- Which checks were ordered in a case, and why an inspection was.
create table review_plan (
    case_number            varchar(30)  primary key,
    expert_review          boolean      not null,
    site_inspection        boolean      not null,
    site_inspection_reason varchar(1000),
    planned_by             varchar(64),
    planned_by_name        varchar(200) not null,
    planned_at             timestamptz  not null,
    check (site_inspection = (site_inspection_reason is not null))
);

insert into review_plan (case_number, expert_review, site_inspection, site_inspection_reason,
                         planned_by, planned_by_name, planned_at)
select a.case_number, a.expert_review_ordered, a.site_inspection_ordered,
       case when a.site_inspection_ordered then coalesce(a.site_inspection_reason, '') end,
       e.user_id, coalesce(e.user_name, '系统'), coalesce(e.happened_at, a.state_since)
from application a
left join lateral (select * from case_event c where c.case_number = a.case_number and c.key = 'planned'
                   order by c.id desc limit 1) e on true
where a.expert_review_ordered is not null and a.site_inspection_ordered is not null;

alter table application drop column expert_review_ordered;
alter table application drop column site_inspection_ordered;
alter table application drop column site_inspection_reason;

-- Whose data count now: of every application under way, and of every recognised cluster, the version last submitted.
create view cluster_data_in_force as
select distinct on (a.id)
       a.id as application_id, s.id as submission_id, a.batch_id, a.case_number, a.applicant_code, a.applicant_group,
       a.cluster_name, c.cluster_number
  from application a
  join submission s on s.case_number = a.case_number and s.state = 'FROZEN'
  left join cluster c on c.source_case = a.case_number and c.state in ('RECOGNISED', 'UNDER_REVIEW')
 where c.id is not null
    or a.state in ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'RECOMMENDED', 'RE_REVIEWED', 'SELECTED', 'IN_NOTICE')
 order by a.id, s.round desc;
