-- The city's verification on site, 第十二条(二): asked for by the annual notice, so by batch. Those opened before go on without.
alter table batch add column site_verification boolean not null default false;

create table site_verification (
    application_id    bigint        primary key references application,
    verified_on       date,
    people            text[]        not null,
    note              varchar(1000),
    -- each saving is one more: nobody overwrites what he has not seen
    revision          integer       not null,
    saved_by          varchar(64)   not null,
    saved_by_name     varchar(200)  not null,
    saved_at          timestamptz   not null,
    summary           varchar(4000),
    completed_by      varchar(64),
    completed_by_name varchar(200),
    -- from then on nothing of it changes
    completed_at      timestamptz,
    check ((summary is null) = (completed_at is null) and (completed_by is null) = (completed_at is null))
);

-- What was found of an item of 第十一条, by the id of its decision table.
create table site_verification_row (
    application_id bigint       not null references application,
    item           varchar(60)  not null,
    judgement      varchar(20) check (judgement in ('MET', 'NOT_MET', 'NEEDS_EXPLANATION')),
    seen           varchar(2000),
    revision       integer      not null,
    saved_by       varchar(64)  not null,
    saved_by_name  varchar(200) not null,
    saved_at       timestamptz  not null,
    primary key (application_id, item)
);

alter table evidence_file drop constraint evidence_file_occasion_check;
alter table evidence_file add constraint evidence_file_occasion_check
    check (occasion in ('APPLICATION', 'REVIEW', 'CHANGE', 'REPORT', 'CORRECTION', 'DEFENCE', 'OBJECTION', 'VERIFICATION'));
