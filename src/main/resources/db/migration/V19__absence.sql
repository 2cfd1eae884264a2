-- Deputies for absence (代办), and the accounts and tasks of those who left (移交).
create table deputyship (
    id         bigint generated always as identity primary key,
    absent     varchar(64)  not null,
    deputy     varchar(64)  not null check (deputy <> absent),
    first_day  date         not null,
    last_day   date         not null check (last_day >= first_day),
    reason     varchar(200) not null,
    entered_by varchar(64)  not null,
    entered_at timestamptz  not null,
    -- null where it ends with its last day
    revoked_at timestamptz,
    revoked_by varchar(64)
);

create index deputyship_by_absent on deputyship (absent);
create index deputyship_by_deputy on deputyship (deputy);

create table deputy_act (
    id          bigint generated always as identity primary key,
    task_id     varchar(64)  not null,
    task_name   varchar(255) not null,
    case_number varchar(30),
    absent      varchar(64)  not null,
    deputy      varchar(64)  not null,
    acted_at    timestamptz  not null
);

create index deputy_act_by_absent on deputy_act (absent);
create index deputy_act_by_deputy on deputy_act (deputy);

-- an account in this table cannot sign in
create table departure (
    user_id   varchar(64) primary key,
    closed_by varchar(64) not null,
    closed_at timestamptz not null
);

create table handed_task (
    id          bigint generated always as identity primary key,
    task_id     varchar(64)  not null,
    task_name   varchar(255) not null,
    case_number varchar(30),
    from_user   varchar(64)  not null,
    -- null where the task went back to the unit, or stayed
    to_user     varchar(64),
    result      varchar(500) not null,
    handed_by   varchar(64)  not null,
    handed_at   timestamptz  not null
);

create index handed_task_by_user on handed_task (from_user);
