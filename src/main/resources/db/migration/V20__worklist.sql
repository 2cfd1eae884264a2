-- What a person has entered in a form and not yet submitted. Never read by a procedure.
create table form_draft (
    place    varchar(7)   not null check (place in ('TASK', 'START')),
    -- the task's id, or the key of the process that the form starts
    subject  varchar(255) not null,
    user_id  varchar(255) not null,
    -- {field key: {"label": text, "value": as entered}}
    entered  text         not null,
    saved_at timestamptz  not null,
    primary key (place, subject, user_id)
);

-- One bulk completion of tasks by a person, and what came of each task.
create table bulk_run (
    -- chosen by the form that was sent, so that sending it again is the same run
    id         uuid         primary key,
    user_id    varchar(255) not null,
    task_name  varchar(255) not null,
    started_at timestamptz  not null
);

create index bulk_run_user on bulk_run (user_id, started_at desc);

create table bulk_item (
    run_id       uuid         not null references bulk_run,
    task_id      varchar(64)  not null,
    place        int          not null,
    case_number  varchar(255) not null,
    cluster_name varchar(255) not null,
    state        varchar(8)   not null check (state in ('WAITING', 'DONE', 'NOT_DONE')),
    -- why it was not done
    reason       text,
    changed_at   timestamptz  not null,
    primary key (run_id, task_id)
);
