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
