-- Whose data count now: of every application under way, and of every recognised cluster, the version last submitted.
create view cluster_data_in_force as
select distinct on (a.id)
       a.id as application_id, s.id as submission_id, a.batch_id, a.case_number, a.applicant_code, a.applicant_group,
       a.cluster_name, c.cluster_number
  from application a
  join submission s on s.application_id = a.id and s.state = 'FROZEN'
  left join cluster c on c.source_case = a.case_number and c.state in ('RECOGNISED', 'UNDER_REVIEW')
 where c.id is not null
    or a.state in ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'RECOMMENDED', 'RE_REVIEWED', 'SELECTED', 'IN_NOTICE')
 order by a.id, s.round desc;

-- What a version had in common with other clusters' data when it was assessed: a row per item and other cluster.
create table cluster_overlap (
    submission_id   bigint       not null references submission,
    -- of the assessment that it was looked for with
    stage_kind      varchar(20)  not null,
    stage_number    integer      not null,
    kind            varchar(10)  not null check (kind in ('ENTERPRISE', 'PATENT')),
    -- of a patent, whose number is unique within its kind only
    patent_kind     varchar(30)  not null default '',
    -- credit code of an enterprise, number of a patent
    code            varchar(60)  not null,
    name            varchar(200) not null,
    other_case      varchar(30)  not null,
    other_cluster   varchar(60)  not null,
    other_applicant varchar(50)  not null,
    primary key (submission_id, stage_kind, stage_number, kind, patent_kind, code, other_case)
);

create index workbook_patent_by_number on workbook_patent (number, kind);
