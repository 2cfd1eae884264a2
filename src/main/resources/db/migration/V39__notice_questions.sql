-- What an annual notice asks beside the Measures (第十三条), added by an officer to a batch until the first application is submitted.
create sequence notice_question_code;

create table notice_question (
    id            bigint generated always as identity primary key,
    batch_id      bigint        not null references batch,
    -- what files of evidence name it by
    code          varchar(60)   not null unique default 'noticeQuestion' || nextval('notice_question_code'),
    question      varchar(500)  not null,
    kind          varchar(10)   not null check (kind in ('TEXT', 'NUMBER', 'CHOICE', 'DATE', 'FILE')),
    choices       text[]        not null,
    required      boolean       not null,
    added_by      varchar(64)   not null,
    added_by_name varchar(200)  not null,
    added_at      timestamptz   not null,
    check ((cardinality(choices) > 0) = (kind = 'CHOICE'))
);

create index notice_question_by_batch on notice_question (batch_id);

-- A file is an answer by itself, as evidence of the question's code.
create table notice_answer (
    submission_id    bigint        not null references submission,
    question_id      bigint        not null references notice_question,
    answer           varchar(2000) not null,
    answered_by      varchar(64)   not null,
    answered_by_name varchar(200)  not null,
    answered_at      timestamptz   not null,
    primary key (submission_id, question_id)
);
