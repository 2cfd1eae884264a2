-- What people are told goes on by mail, and to the platform that sends short messages: addresses, who is told of what, the
-- outbox. A notice and its place in the queue are written in one transaction with the step that tells it.
create table message_address (
    user_id    varchar(64)  primary key,
    mail       varchar(254) not null,
    mode       varchar(10)  not null check (mode in ('AT_ONCE', 'DIGEST', 'NONE')),
    changed_at timestamptz  not null
);

-- what an administrator changed; what does not stand here is as the program begins with (message.Topic)
create table message_route (
    topic      varchar(20) not null,
    audience   varchar(20) not null,
    channel    varchar(10) not null,
    wanted     boolean     not null,
    changed_by varchar(64) not null,
    changed_at timestamptz not null,
    primary key (topic, audience, channel)
);

create table message_queue (
    notification_id bigint primary key references notification
);

create table message (
    id         uuid         primary key,
    channel    varchar(10)  not null check (channel in ('MAIL', 'PLATFORM')),
    -- a person by mail, a group at the platform
    recipient  varchar(64)  not null,
    state      varchar(10)  not null check (state in ('WAITING', 'SENDING', 'SENT', 'MAYBE', 'FAILED')),
    digest     boolean      not null,
    due_at     timestamptz  not null,
    attempts   integer      not null default 0,
    claimed_at timestamptz,
    ended_at   timestamptz,
    problem    text,
    created_at timestamptz  not null
);

create index message_due on message (due_at) where state = 'WAITING';
create index message_by_state on message (state, created_at desc);
-- a person's notices of a day in one mail
create unique index message_digest on message (recipient, due_at) where digest and state = 'WAITING';

-- nobody is sent the same notice twice by the same way
create table message_notice (
    notification_id bigint      not null references notification,
    channel         varchar(10) not null,
    recipient       varchar(64) not null,
    message_id      uuid        not null references message,
    primary key (notification_id, channel, recipient)
);

create index on message_notice (message_id);
