-- What a unit has been told about a case; nothing is told twice. The text holds a reason of full length and the words
-- around it.
create table notification (
    id          bigint generated always as identity primary key,
    group_id    varchar(60)   not null,
    case_number varchar(30)   not null,
    key         varchar(100)  not null,
    text        text          not null,
    told_at     timestamptz   not null,
    unique (group_id, case_number, key)
);

create index on notification (case_number);
-- what a group was told, the latest first
create index notification_by_group on notification (group_id, told_at desc, id desc);

create table notification_reading (
    notification_id bigint      not null references notification,
    user_id         varchar(64) not null,
    read_at         timestamptz not null,
    primary key (notification_id, user_id)
);
