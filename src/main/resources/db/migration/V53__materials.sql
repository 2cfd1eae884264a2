-- What of 第十三条 a version was handed in with: written when it is frozen, never changed.
create table application_material (
    submission_id    bigint        not null references submission,
    position         integer       not null,
    code             varchar(60)   not null,
    name             varchar(200)  not null,
    provided_by      varchar(20)   not null check (provided_by in ('APPLICANT', 'CITY')),
    requirement      varchar(20)   not null check (requirement in ('REQUIRED', 'IF_APPLICABLE', 'NOT_APPLICABLE')),
    article          varchar(40)   not null,
    note             varchar(1000) not null,
    held             boolean       not null,
    holding          varchar(1000) not null,
    decision_version integer       not null,
    primary key (submission_id, position)
);

-- An opinion keeps the name of who gave it and outlives the entry in the roster.
alter table expert_opinion drop constraint expert_opinion_expert_id_fkey;
