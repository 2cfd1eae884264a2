-- Cities that a cluster reaches into besides its applicant's own, asked for their opinion when the application is accepted
-- (第十二条(一)(二)). An application accepted before has none and goes on without.
create table other_city (
    application_id bigint      not null references application,
    city_code      varchar(40) not null references region_unit,
    asked_at       timestamptz not null,
    primary key (application_id, city_code)
);

-- What each said: rows are only added, the last one counts.
create table other_city_opinion (
    application_id  bigint        not null,
    city_code       varchar(40)   not null,
    revision        integer       not null check (revision > 0),
    agrees          boolean       not null,
    opinion         varchar(2000) not null,
    -- wanted where the city of the applicant enters what it received on paper
    document_number varchar(60),
    document_date   date,
    given_by        varchar(64)   not null,
    given_by_name   varchar(200)  not null,
    given_at        timestamptz   not null,
    primary key (application_id, city_code, revision),
    foreign key (application_id, city_code) references other_city,
    check ((document_number is null) = (document_date is null))
);
