-- Whose data count now: of every application under way, and of every cluster whose recognition holds, the version last
-- submitted with the latest of the cases that gave it a term and have data here.
drop view cluster_data_in_force;

create view cluster_data_in_force as
(select distinct on (a.id)
        s.id as submission_id, a.batch_id, a.case_number, a.applicant_code, a.applicant_group, a.cluster_name,
        null::varchar as cluster_number
   from application a
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
