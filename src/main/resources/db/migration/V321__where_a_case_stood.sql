-- Where a case stood from when on, so that its record tells it of a past day. Rows are only ever added.
create table case_standing (
    id          bigint generated always as identity primary key,
    case_number varchar(30)  not null,
    standing    varchar(100) not null,
    since       timestamptz  not null
);

create index case_standing_by_case on case_standing (case_number, id);

-- Of the cases that are open, where they stand is known from now on; of those before nothing more is.
insert into case_standing (case_number, standing, since)
select case_number, standing, now() from case_record where closed_at is null;

-- Whose a case is: with the case that brought a cluster into a state, whose the cluster was then.
create view case_unit as
select case_number, applicant_group from case_record
union all
select case_number, applicant_group from application;
