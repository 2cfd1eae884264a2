-- Contents that an officer asks to have sealed from all eyes and a leader seals; the bytes and the digest stay.
create table evidence_seal (
    id                bigint generated always as identity primary key,
    -- whatever files hold it: the same content handed in once more is sealed too
    content_id        bigint        not null references evidence_content,
    -- the file that it was asked for
    file_id           bigint        not null,
    case_number       varchar(30)   not null references case_record,
    reason            varchar(1000) not null,
    proposed_by       varchar(64)   not null,
    proposed_by_name  varchar(200)  not null,
    proposed_at       timestamptz   not null,
    confirmed_by      varchar(64),
    confirmed_by_name varchar(200),
    confirmed_at      timestamptz,
    declined_by       varchar(64),
    declined_by_name  varchar(200),
    declined_at       timestamptz,
    check (confirmed_at is null or declined_at is null),
    check (confirmed_by <> proposed_by)
);

create unique index evidence_seal_by_content on evidence_seal (content_id) where declined_at is null;
