-- A cluster of a park directly under a city lies in no single county: its number bears the city's own code, e.g. 640100.
alter table cluster drop constraint cluster_county_code_fkey;

-- A list that a procedure hands over to be made public, and what became of each entry.
create table public_list (
    -- the number of the case or batch whose list it is
    subject         varchar(30)  primary key,
    title           varchar(200) not null,
    document_number varchar(60)  not null
);

create table public_list_item (
    subject          varchar(30)  not null references public_list,
    position         integer      not null,
    case_number      varchar(30)  not null,
    cluster_name     varchar(200) not null,
    leading_industry varchar(200) not null,
    applicant        varchar(200) not null,
    county           varchar(80)  not null,
    city             varchar(80)  not null,
    outcome          varchar(20)  not null check (outcome in ('PENDING', 'NO_OBJECTION', 'DISMISSED', 'UPHELD')),
    ruling           varchar(2000),
    primary key (subject, case_number),
    unique (subject, position)
);
