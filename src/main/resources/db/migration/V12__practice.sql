-- Good practice that a city handed in (第九条).
create table practice (
    case_number  varchar(30)   primary key references case_record,
    theme        varchar(20)   not null,
    title        varchar(100)  not null,
    summary      varchar(4000) not null,
    results      varchar(2000) not null,
    published_on date
);

create index practice_published on practice (published_on) where published_on is not null;
