-- A draft's decision tables held against what is on file: what they would change (ADR 0059). Of a draft one at a time.
create table what_if (
    draft_id      bigint       primary key references model_draft,
    -- counted from 1: what a run writes names it
    run           integer      not null,
    asked_by      varchar(64)  not null,
    asked_by_name varchar(200) not null,
    asked_at      timestamptz  not null,
    state         varchar(20)  not null
        check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'INTERRUPTED', 'FAILED')),
    -- assessments judged, of how many
    done          integer      not null default 0,
    total         integer      not null default 0,
    -- until when the process that runs it is taken to be alive, by the database's clock
    lease_until   timestamptz,
    finished_at   timestamptz,
    -- the decisions in force that it was compared with: [{kind, keyId, version, digest}]
    against       jsonb        not null default '[]',
    -- what is shown to those who see no case: small numbers are not in it
    counts        jsonb,
    check ((state = 'DONE') = (counts is not null)),
    check ((state in ('WAITING', 'RUNNING')) = (finished_at is null))
);

-- The cases that come out otherwise, by number alone; deleted with the next run, and thirty days after theirs.
create table what_if_line (
    draft_id         bigint      not null references what_if on delete cascade,
    assessment_id    bigint      not null references assessment,
    case_number      varchar(30) not null references case_record,
    -- the latest assessment of the case; the latest of those that unit and city read while it is open
    latest           boolean     not null,
    readable         boolean     not null,
    -- when it was assessed, by what is in force, by the draft; overall null: the tables come to no result
    recorded_overall varchar(20) not null,
    recorded_vetoed  boolean,
    before_overall   varchar(20),
    before_vetoed    boolean,
    after_overall    varchar(20),
    after_vetoed     boolean,
    -- conditions that the draft judges otherwise: [{code, article, label, before, beforeRow, after, afterRow}]
    changes          jsonb       not null,
    primary key (draft_id, assessment_id)
);
