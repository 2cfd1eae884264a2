-- 第十二条(三): every notice names whom to turn to; objections also arrive online, and wait for an officer to enter them.

-- Whom the public turns to; a row is never changed, the last one holds for notices that are scheduled from then on.
create table notice_contact (
    id              bigint generated always as identity primary key,
    telephone       varchar(100) not null,
    address         varchar(200) not null,
    mail            varchar(100) not null,
    -- telephone or address of the discipline inspection
    discipline      varchar(200) not null,
    entered_by      varchar(64)  not null,
    entered_by_name varchar(200) not null,
    entered_at      timestamptz  not null
);

-- null: scheduled or published before contacts were kept; such a notice takes no objection online
alter table notice_plan add column contact_id bigint references notice_contact;
alter table notice add column contact_id bigint references notice_contact;

-- A file that came with no case of its sender's: contents are kept, scanned and sealed as those of evidence.
create table letter_file (
    id          bigint generated always as identity primary key,
    name        varchar(255) not null,
    type        varchar(10)  not null,
    content_id  bigint       not null references evidence_content,
    received_at timestamptz  not null
);

create index letter_file_by_content on letter_file (content_id);

-- What somebody handed in on the public page. Name, contact and files are the autonomous region's alone.
create table online_objection (
    id              bigint generated always as identity primary key,
    -- drawn at random, so that none leads to another
    receipt_number  char(12)      not null unique,
    -- of a random number of twenty digits that only the sender has
    secret_sha256   char(64)      not null unique,
    notice_id       bigint        not null,
    case_number     varchar(30)   not null,
    -- null, as the contact: not signed, a lead
    objector_name   varchar(100),
    contact         varchar(200),
    grounds         varchar(4000) not null,
    received_at     timestamptz   not null,
    received_on     date          not null,
    state           varchar(20)   not null check (state in ('RECEIVED', 'ADMITTED', 'NOT_ADMITTED', 'LEAD')),
    -- why it was not admitted, or is a lead; told to the sender
    reason          varchar(2000),
    decided_by      varchar(64),
    decided_by_name varchar(200),
    decided_at      timestamptz,
    -- what it was entered as
    objection_id    bigint unique references objection,
    foreign key (notice_id, case_number) references notice_item,
    check ((objector_name is null) = (contact is null)),
    check ((state = 'ADMITTED') = (objection_id is not null)),
    check (state = 'LEAD' or objector_name is not null)
);

create index online_objection_by_notice on online_objection (notice_id);
create index online_objection_by_state on online_objection (state, id);

create table online_objection_file (
    online_objection_id bigint not null references online_objection,
    file_id             bigint not null unique references letter_file,
    primary key (online_objection_id, file_id)
);
