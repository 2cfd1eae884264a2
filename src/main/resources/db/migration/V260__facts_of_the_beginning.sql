-- A cluster's name and industry at its beginning are facts like those that a change brings, or a later name would be all
-- that is known of it.
insert into cluster_fact (cluster_id, kind, value, valid_from, case_number, article, recorded_at)
select e.cluster_id, 'NAME', coalesce(a.cluster_name, r.cluster_name, c.name), e.happened_on, e.case_number, e.article,
       e.recorded_at
from cluster_event e
join cluster c on c.id = e.cluster_id
left join application a on a.case_number = e.case_number
left join case_record r on r.case_number = e.case_number
where e.state in ('CULTIVATED', 'RECOGNISED') and (e.case_number = c.source_case
      or e.case_number ~ '-(PY|RD)-')
order by e.id
on conflict do nothing;

insert into cluster_fact (cluster_id, kind, value, valid_from, case_number, article, recorded_at)
select e.cluster_id, 'LEADING_INDUSTRY', p.leading_industry, e.happened_on, e.case_number, e.article, e.recorded_at
from cluster_event e
join pool_application p on p.case_number = e.case_number
where e.state = 'CULTIVATED'
order by e.id
on conflict do nothing;

-- The document by which a state came about; the cluster's own column holds the latest recognition's alone.
alter table cluster_event add column document_number varchar(100);
update cluster_event e set document_number = c.document_number
from cluster c
where c.id = e.cluster_id and e.state = 'RECOGNISED' and e.happened_on = c.recognised_on and e.case_number ~ '-RD-';
