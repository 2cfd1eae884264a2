-- Cases under way that are taken to a newer version of their process: tried first, proposed by one policy owner, confirmed by
-- another, and moved one by one (ADR 0060).
create table model_migration (
    id                 bigint generated always as identity primary key,
    number             varchar(30) generated always as ('NXQY-' || lpad(id::text, 5, '0')) stored unique,
    process_key        varchar(255) not null,
    process_name       varchar(255) not null,
    from_version       integer      not null,
    -- the engine's ids of the versions
    from_definition_id varchar(64)  not null,
    to_version         integer      not null,
    to_definition_id   varchar(64)  not null,
    state              varchar(20)  not null
        check (state in ('TRYING', 'TRIED', 'PROPOSED', 'RUNNING', 'DONE', 'REJECTED', 'WITHDRAWN')),
    author             varchar(64)  not null,
    author_name        varchar(200) not null,
    drawn_up_at        timestamptz  not null,
    confirmed_by       varchar(64),
    confirmed_by_name  varchar(200),
    confirmed_at       timestamptz,
    ended_at           timestamptz,
    check ((confirmed_by is null) = (confirmed_at is null)),
    check (state not in ('RUNNING', 'DONE') or confirmed_by is not null),
    check ((state = 'DONE') = (ended_at is not null)),
    -- the two persons
    check (confirmed_by is null or confirmed_by <> author)
);

-- What becomes of each step; a step that is not named stays on the old version.
create table model_migration_step (
    migration_id bigint       not null references model_migration,
    place        integer      not null,
    source       varchar(255) not null,
    target       varchar(255) not null,
    primary key (migration_id, source)
);

create table model_migration_case (
    migration_id    bigint       not null references model_migration,
    -- of the engine
    instance_id     varchar(64)  not null,
    root_id         varchar(64)  not null,
    case_number     varchar(255),
    -- the latest trial
    tried_at        timestamptz,
    trial_goes      boolean,
    trial_reason    text,
    trial_article   varchar(100),
    state           varchar(20)  not null check (state in ('WAITING', 'MOVED', 'LEFT')),
    settled_at      timestamptz,
    reason          text,
    article         varchar(100),
    primary key (migration_id, instance_id),
    check ((state = 'WAITING') = (settled_at is null)),
    check ((state = 'LEFT') = (reason is not null))
);

-- Who did what, when and why.
create table model_migration_event (
    id           bigint generated always as identity primary key,
    migration_id bigint       not null references model_migration,
    kind         varchar(20)  not null,
    happened_at  timestamptz  not null,
    user_id      varchar(64)  not null,
    user_name    varchar(200) not null,
    reason       text
);
create index on model_migration_event (migration_id);

create trigger stays before delete on model_migration for each row execute function model_history_stays();
create trigger stays before delete or update on model_migration_step for each row execute function model_history_stays();
create trigger stays before delete on model_migration_case for each row execute function model_history_stays();
create trigger settled before update on model_migration_case for each row when (old.state <> 'WAITING')
    execute function model_history_stays();
create trigger stays before delete or update on model_migration_event for each row execute function model_history_stays();
