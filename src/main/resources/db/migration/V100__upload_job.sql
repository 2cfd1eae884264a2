-- The latest upload of a workbook for a submission, from its arrival to its end. The file stays until the next upload, so
-- that it can be given back with its findings.
create table upload_job (
    id               bigint generated always as identity primary key,
    submission_id    bigint        not null unique,
    case_number      varchar(30)   not null,
    application_year integer       not null,
    -- the date that titles must be valid on
    as_of            date          not null,
    file_name        varchar(200)  not null,
    content          bytea         not null,
    uploaded_by      varchar(64)   not null,
    uploaded_at      timestamptz   not null,
    state            varchar(20)   not null
        check (state in ('WAITING', 'CHECKING', 'FAULTY', 'PENDING', 'STORED', 'REFUSED', 'INTERRUPTED', 'DISCARDED', 'EXPIRED')),
    -- how often a checking was begun; also tells a checking from the one that took it over
    attempts         integer       not null default 0,
    -- by the database's clock: who checks says until when nobody else needs to
    lease_until      timestamptz,
    sheet            varchar(60)   not null default '',
    rows_read        bigint        not null default 0,
    rows_total       bigint        not null default 0,
    percent          integer       not null default 0,
    -- where the checked data wait for the confirmation
    staged_id        bigint,
    reason           varchar(2000),
    findings         jsonb         not null default '[]',
    comparison       jsonb,
    expires_at       timestamptz,
    finished_at      timestamptz
);

-- a workbook is packed already; unpacked by nobody, it can be read in parts
alter table upload_job alter column content set storage external;

create index upload_job_open on upload_job (id) where state in ('WAITING', 'CHECKING', 'PENDING');
