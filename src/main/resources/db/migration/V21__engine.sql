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

-- Which version of which model a case went by, for life: the engine forgets its history after the models' own time.
create table model_use (
    id                  bigint generated always as identity primary key,
    business_key        varchar(30)  not null,
    type                varchar(10)  not null check (type in ('PROCESS', 'DECISION')),
    model_key           varchar(100) not null,
    name                varchar(255) not null,
    version             integer      not null,
    -- the engine's id of that version
    definition_id       varchar(100) not null,
    deployment          varchar(255),
    deployed_at         timestamptz  not null,
    -- null for a decision
    process_instance_id varchar(64),
    -- whether another process of the case called it
    called              boolean      not null,
    used_from           timestamptz  not null,
    check ((type = 'PROCESS') = (process_instance_id is not null))
);

create index model_use_by_key on model_use (business_key);
create index model_use_by_instance on model_use (process_instance_id);
create unique index model_use_decision_once on model_use (business_key, definition_id) where type = 'DECISION';

-- A decision table that Java asked, be it about many things at once; the engine's history has none of it.
create table decision_round (
    id                    bigint generated always as identity primary key,
    decision              varchar(100) not null,
    decision_version      integer      not null,
    -- whether it was evaluated for another table
    required              boolean      not null,
    -- [{inputs {expression: value}, fired [{rule, outputs {name: value}}]}]
    answers               json         not null,
    asked_at              timestamptz  not null,
    -- null where no process asked
    process_instance_id   varchar(64),
    process_definition_id varchar(64),
    activity_id           varchar(255)
);

create index decision_round_by_instance on decision_round (process_instance_id);
create index decision_round_by_version on decision_round (decision, decision_version);
