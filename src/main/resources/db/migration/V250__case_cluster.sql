-- An application may be about a cluster of the cultivation pool; its number is kept for life (第六条).
alter table application add column cluster_number varchar(20) references cluster (cluster_number);
create index application_by_cluster on application (cluster_number) where cluster_number is not null;

-- Which cluster a case is about: a case of any procedure, an application from the pool, and whatever gave a term.
create view case_cluster as
select case_number, cluster_number from case_record where cluster_number is not null
union
select case_number, cluster_number from application where cluster_number is not null
union
select t.source_case, c.cluster_number from cluster_term t join cluster c on c.id = t.cluster_id;

-- A cluster that came from the pool entered the registry by another case than its recognition: the term tells which
-- application the recognition in force rests on.
create or replace view cluster_data_in_force as
select distinct on (a.id)
       a.id as application_id, s.id as submission_id, a.batch_id, a.case_number, a.applicant_code, a.applicant_group,
       a.cluster_name, c.cluster_number
  from application a
  join submission s on s.case_number = a.case_number and s.state = 'FROZEN'
  left join cluster_term t on t.source_case = a.case_number
        and not exists (select 1 from cluster_term later join application b on b.case_number = later.source_case
                         where later.cluster_id = t.cluster_id and later.number > t.number)
  left join cluster c on c.id = t.cluster_id and c.state in ('RECOGNISED', 'UNDER_REVIEW')
 where c.id is not null
    or a.state in ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'RECOMMENDED', 'RE_REVIEWED', 'SELECTED', 'IN_NOTICE')
 order by a.id, s.round desc;
