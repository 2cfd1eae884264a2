-- Messages between processes: kept until the receiver is there, and one for each cause.
create table mailbox (
    id           bigint generated always as identity primary key,
    -- why it was sent; the same cause sends nothing twice
    cause        varchar(200) not null unique,
    message      varchar(100) not null,
    business_key varchar(30)  not null,
    variables    json         not null,
    posted_at    timestamptz  not null,
    delivered_at timestamptz,
    -- why it will never be delivered, in words
    dropped      varchar(200),
    check (delivered_at is null or dropped is null)
);

create index mailbox_waiting on mailbox (business_key) where delivered_at is null and dropped is null;
