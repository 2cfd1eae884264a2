-- By what experts score: set for a batch by an officer, frozen once an expert is assigned in one of its cases. A case of no
-- batch has a set of its own.
create table review_criteria (
    -- batch number, or the case's where it belongs to none
    subject      varchar(30)  primary key,
    -- how far apart the weighted scores of a case may lie before that is pointed out
    divergence   integer      not null check (divergence between 1 and 100),
    revision     integer      not null,
    set_by       varchar(64),
    set_by_name  varchar(200) not null,
    set_at       timestamptz  not null,
    frozen_at    timestamptz
);

create table review_criterion (
    subject  varchar(30)  not null references review_criteria,
    position integer      not null check (position >= 1),
    name     varchar(100) not null,
    weight   integer      not null check (weight between 1 and 100),
    primary key (subject, position)
);

create table expert_score (
    case_number varchar(30) not null,
    expert_id   varchar(64) not null,
    position    integer     not null,
    score       integer     not null check (score between 0 and 100),
    scored_at   timestamptz not null,
    primary key (case_number, expert_id, position),
    foreign key (case_number, expert_id) references expert_opinion
);

-- Opinions asked for before there were criteria have none; their one optional score stays as it was given.
alter table expert_opinion
    add column criteria varchar(30) references review_criteria,
    add column declined_at timestamptz,
    add column decline_reason varchar(1000),
    -- another was asked in the expert's place, or it was decided to do without
    add column settled_at timestamptz,
    add check ((declined_at is null) = (decline_reason is null)),
    add check (declined_at is null or given_at is null),
    add check (settled_at is null or declined_at is not null),
    alter column score type numeric(5, 2);
