-- The review of a term (第十四条), beside its case.
create table renewal (
    case_number      varchar(30) primary key references case_record,
    state            varchar(20) not null
        check (state in ('FILING', 'WITH_CITY', 'CORRECTING', 'WITH_REGION', 'TO_DECIDE', 'IN_NOTICE')),
    application_year integer     not null,
    -- the last day of the term that it is about
    term_ends_on     date        not null,
    submitted_on     date
);
