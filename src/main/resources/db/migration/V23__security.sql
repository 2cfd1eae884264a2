-- guesses by account, by known browser and by address, each key a digest; rows older than the window mean nothing
create table login_count (
    key      varchar(80) primary key,
    since    timestamptz not null,
    guesses  integer not null
);

-- the one key that signs what a known browser carries
create table login_key (
    id       integer primary key check (id = 1),
    secret   bytea not null,
    made_at  timestamptz not null
);

create table audit_event (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    kind     varchar(40) not null,
    user_id  varchar(64),
    by_user  varchar(64),
    address  varchar(64) not null,
    details  varchar(500) not null
);

create index audit_event_by_time on audit_event (at desc, id desc);
create index audit_event_by_user on audit_event (user_id, at desc);

-- what the engine does not keep of an account; no row: nothing to tell
create table account_state (
    user_id          varchar(64) primary key,
    -- null: the system, at its start
    password_set_by  varchar(64),
    password_set_at  timestamptz,
    must_change      boolean not null default false,
    -- a session that began under another number is over; stays when the user is deleted, for who gets the id next
    session_epoch    bigint not null default 0
);
