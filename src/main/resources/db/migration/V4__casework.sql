-- A case of any procedure, and everything that is said in it.
create table case_record (
    case_number     varchar(30)  primary key check (case_number ~ '^NXJQ-[0-9]{4}-[A-Z]{2}-[0-9]{5}$'),
    kind            varchar(2)   not null,
    -- null until the cluster has entered the registry
    cluster_number  varchar(20) references cluster (cluster_number),
    cluster_name    varchar(200) not null,
    applicant_group varchar(60)  not null,
    city_group      varchar(60)  not null,
    -- what the case is about besides its cluster, e.g. the year reported on
    subject         varchar(200),
    -- where it stands, as a clerk says it
    standing        varchar(100) not null,
    opened_on       date         not null,
    opened_by       varchar(64),
    opened_by_name  varchar(200) not null,
    opened_at       timestamptz  not null,
    -- code of the end, e.g. ADMITTED
    outcome         varchar(40),
    outcome_reason  text,
    closed_at       timestamptz,
    check ((outcome is null) = (closed_at is null))
);

create index case_record_by_cluster on case_record (cluster_number);
create index case_record_by_applicant on case_record (applicant_group);
create index case_record_by_kind on case_record (kind, opened_on);
create index case_record_by_opening on case_record (opened_at desc, case_number desc);
-- one open application for recognition of a unit for one cluster in one batch
create unique index case_open_once on case_record (applicant_group, cluster_name, subject)
    where kind = 'RD' and closed_at is null;

-- What was said or done in a case: rows are only ever added.
create table case_entry (
    id              bigint generated always as identity primary key,
    case_number     varchar(30)  not null references case_record,
    -- what makes it one: a repeated step adds nothing
    key             varchar(100) not null,
    kind            varchar(20)  not null,
    title           varchar(100) not null,
    -- what a form lets people enter and the words around it, as a notice with the facts found
    text            text         not null,
    -- label to value, in order, as the form had them
    particulars     json         not null,
    article         varchar(40),
    -- code of what was concluded
    conclusion      varchar(40),
    document_number varchar(60),
    document_date   date,
    author          varchar(64),
    author_name     varchar(200) not null,
    -- who may read it at least while the case is open
    audience        varchar(10)  not null check (audience in ('UNIT', 'CITY', 'REGION')),
    -- the task that was done when it was entered
    task_id         varchar(64),
    entered_at      timestamptz  not null,
    unique (case_number, key)
);

create index case_entry_by_task on case_entry (task_id) where task_id is not null;
