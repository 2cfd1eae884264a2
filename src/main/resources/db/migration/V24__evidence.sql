-- Files of evidence, 第十三条 and 第十一条. What a file says stands once for each digest; who handed it in for what, each time.

-- That a person confirmed before an upload that there is no state secret in it; once in a session for a case.
create table evidence_confirmation (
    id                bigint generated always as identity primary key,
    case_number       varchar(30)  not null references case_record,
    statement         varchar(500) not null,
    confirmed_by      varchar(64)  not null,
    confirmed_by_name varchar(200) not null,
    confirmed_at      timestamptz  not null
);

-- A file on its way; gone once it is stored and over when expires_at has passed by the application's clock.
create table evidence_upload (
    id               bigint generated always as identity primary key,
    case_number      varchar(30)  not null references case_record,
    occasion         varchar(20)  not null,
    round            integer      not null check (round >= 1),
    material         varchar(40),
    condition        varchar(60),
    replaces         bigint,
    name             varchar(255) not null,
    size             bigint       not null check (size > 0),
    received         bigint       not null default 0 check (received between 0 and size),
    confirmation_id  bigint       not null references evidence_confirmation,
    uploaded_by      varchar(64)  not null,
    uploaded_by_name varchar(200) not null,
    begun_at         timestamptz  not null,
    expires_at       timestamptz  not null,
    -- the file that came of it; its upload stays until it expires, so that whoever lost the answer is told
    file_id          bigint,
    -- why nothing came of it
    refused          varchar(1000),
    check ((material is null) <> (condition is null))
);

create index evidence_upload_by_case on evidence_upload (case_number);
create index evidence_upload_by_expiry on evidence_upload (expires_at);

-- What arrived of an upload, at most 1 MB in a row. Where PostgreSQL is the store, the pieces of a stored file stay here.
create table evidence_piece (
    upload_id bigint not null,
    position  bigint not null,
    bytes     bytea  not null,
    primary key (upload_id, position)
);

-- pictures and office files are packed already
alter table evidence_piece alter column bytes set storage external;

create table evidence_content (
    id            bigint generated always as identity primary key,
    sha256        char(64)    not null unique,
    size          bigint      not null check (size > 0),
    -- the store that has it, and under which number: that of the upload it came with
    store         varchar(20) not null check (store in ('POSTGRESQL', 'FOLDER', 'S3')),
    blob          bigint      not null unique,
    stored_at     timestamptz not null,
    scan          varchar(20) not null check (scan in ('UNSCANNED', 'CLEAN', 'INFECTED')),
    -- why it is not scanned, or what was found
    scan_note     varchar(300),
    scan_attempts integer     not null default 0,
    scanned_at    timestamptz
);

create index evidence_content_unscanned on evidence_content (id) where scan = 'UNSCANNED';

create table evidence_file (
    id               bigint generated always as identity primary key,
    case_number      varchar(30)  not null references case_record,
    occasion         varchar(20)  not null
        check (occasion in ('APPLICATION', 'REVIEW', 'CHANGE', 'REPORT', 'CORRECTION', 'DEFENCE', 'OBJECTION')),
    -- of the case's versions, the one that it was handed in with
    round            integer      not null check (round >= 1),
    material         varchar(40),
    condition        varchar(60),
    -- the earlier version
    replaces         bigint unique references evidence_file,
    name             varchar(255) not null,
    type             varchar(10)  not null,
    content_id       bigint       not null references evidence_content,
    confirmation_id  bigint       not null references evidence_confirmation,
    uploaded_by      varchar(64)  not null,
    uploaded_by_name varchar(200) not null,
    uploaded_at      timestamptz  not null,
    -- from then on it is never deleted
    handed_in_at     timestamptz,
    check ((material is null) <> (condition is null))
);

create index evidence_file_by_case on evidence_file (case_number);
create index evidence_file_by_content on evidence_file (content_id);
