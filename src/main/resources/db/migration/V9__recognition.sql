-- A batch: one annual notice, its periods and its list.
create table batch (
    id                      bigint generated always as identity primary key,
    batch_number            varchar(20)  not null unique,
    year                    integer      not null check (year between 2023 and 2099),
    notice_number           varchar(60)  not null,
    window_start            date         not null,
    window_end              date         not null check (window_end >= window_start),
    recommendation_deadline date         not null check (recommendation_deadline >= window_end),
    publicity_days          integer      not null check (publicity_days between 1 and 60),
    quota                   integer check (quota > 0),
    state                   varchar(20)  not null check (state in ('OPEN', 'COMPARING', 'SELECTING', 'IN_NOTICE', 'CLOSED')),
    opened_by               varchar(64),
    opened_at               timestamptz  not null,
    comparison_summary      varchar(4000),
    selection_note          varchar(2000),
    closed_at               timestamptz,
    constraint one_batch_accepts exclude using gist (daterange(window_start, window_end, '[]') with &&)
        where (state <> 'CLOSED')
);

-- What an application for recognition (第十二条、第十三条) has beside its case.
create table application (
    id                   bigint generated always as identity primary key,
    case_number          varchar(30) not null unique references case_record,
    batch_id             bigint      not null references batch,
    applicant_code       varchar(40) not null references region_unit,
    applicant_type       varchar(20) not null
        check (applicant_type in ('COUNTY_DEPARTMENT', 'PARK_COMMITTEE', 'OPERATING_BODY')),
    leading_industry     varchar(60) not null,
    cross_county         boolean     not null,
    -- codes of county-level units other than the applicant's own
    involved_counties    text[]      not null,
    largest_output_share boolean,
    designated_by_city   boolean     not null,
    designation_document varchar(100),
    -- the cluster of the cultivation pool that applies (第六条)
    pool_cluster         varchar(20) references cluster (cluster_number),
    eligible             boolean,
    eligibility_reason   varchar(1000),
    state                varchar(20) not null,
    -- a reason of full length and the words around it
    state_reason         text,
    state_since          timestamptz not null,
    -- the date that titles must be valid on: the first submission's
    submitted_on         date,
    re_reviews           integer     not null default 0,
    -- the assessment for the re-review that the conclusion rests on
    concluded_re_review  integer
);

create index application_by_batch on application (batch_id);
create index application_by_cluster on application (pool_cluster) where pool_cluster is not null;

-- What an authority said at a stage; the submission is the very version it had before it.
create table opinion (
    id                      bigint generated always as identity primary key,
    application_id          bigint        not null references application,
    submission_id           bigint        not null references submission,
    stage                   varchar(20)   not null,
    conclusion              varchar(20)   not null,
    opinion                 varchar(4000) not null,
    soft_miss_judgement     varchar(4000),
    document_number         varchar(60),
    document_date           date,
    correction_working_days integer check (correction_working_days between 1 and 30),
    given_by                varchar(64)   not null,
    given_by_name           varchar(200)  not null,
    given_at                timestamptz   not null,
    unique (submission_id, stage)
);

create index opinion_by_application on opinion (application_id);

-- A leader's decision on one application of the batch; a draft until the selection is completed.
create table selection (
    batch_id    bigint      not null references batch,
    case_number varchar(30) not null,
    selected    boolean     not null,
    reason      varchar(1000),
    -- the assessment for the re-review that it was made on; 0: none
    re_review   integer     not null default 0,
    decided_by  varchar(64) not null,
    decided_at  timestamptz not null,
    primary key (batch_id, case_number)
);

-- A list of recognised clusters of a batch: drawn up when the office sets about publishing it, published with its
-- document. A batch has a second one where a ruling on an objection came later.
create table publication (
    id              bigint generated always as identity primary key,
    batch_id        bigint not null references batch,
    document_number varchar(60),
    document_date   date,
    published_by    varchar(64),
    published_at    timestamptz,
    check ((document_number is null) = (document_date is null))
);

create table publication_item (
    publication_id bigint      not null references publication,
    case_number    varchar(30) not null primary key
);

-- An application with what its case knows of it.
create view application_case as
select a.*, b.year as batch_year, c.applicant_group, c.city_group, c.cluster_name, c.opened_by, c.opened_at,
       c.cluster_number
  from application a
  join batch b on b.id = a.batch_id
  join case_record c on c.case_number = a.case_number;

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
