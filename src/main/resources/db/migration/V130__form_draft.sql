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
