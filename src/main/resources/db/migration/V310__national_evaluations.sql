-- Candidates may be evaluated again before the list is drawn up; every evaluation stays as it was made.
create table national_evaluation (
    case_number  varchar(30) not null references national_recommendation,
    evaluation   integer     not null check (evaluation >= 1),
    -- why, and by whom, it was made again; null: the first, which the system made
    reason       varchar(1000),
    by_name      varchar(200),
    evaluated_at timestamptz not null,
    primary key (case_number, evaluation),
    check ((evaluation = 1) = (reason is null and by_name is null))
);

insert into national_evaluation (case_number, evaluation, evaluated_at)
select r.case_number, 1,
       coalesce((select min(n.evaluated_on)::timestamp at time zone 'Asia/Shanghai'
                   from national_candidate n where n.case_number = r.case_number), c.opened_at)
  from national_recommendation r join case_record c using (case_number)
 where r.stage <> 'EVALUATING';

alter table national_finding drop constraint national_finding_case_number_cluster_number_fkey;
alter table national_finding drop constraint national_finding_pkey;
alter table national_candidate drop constraint national_candidate_pkey;
alter table national_exclusion drop constraint national_exclusion_pkey;

alter table national_candidate add column evaluation integer not null default 1;
alter table national_finding add column evaluation integer not null default 1;
alter table national_exclusion add column evaluation integer not null default 1;
alter table national_candidate alter column evaluation drop default;
alter table national_finding alter column evaluation drop default;
alter table national_exclusion alter column evaluation drop default;

alter table national_candidate add primary key (case_number, evaluation, cluster_number);
alter table national_candidate add foreign key (case_number, evaluation) references national_evaluation;
alter table national_finding add primary key (case_number, evaluation, cluster_number, position);
alter table national_finding add foreign key (case_number, evaluation, cluster_number) references national_candidate;
alter table national_exclusion add primary key (case_number, evaluation, cluster_number);
alter table national_exclusion add foreign key (case_number, evaluation) references national_evaluation;
