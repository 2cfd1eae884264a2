-- 第十一条 clause by clause: asked for by the annual notice, so by batch. Those opened before go on without.
alter table batch add column clauses boolean not null default false;

-- What the unit says of a clause that neither a figure nor the form asks about.
create table clause_statement (
    submission_id  bigint        not null references submission,
    code           varchar(60)   not null,
    statement      varchar(2000) not null,
    stated_by      varchar(64)   not null,
    stated_by_name varchar(200)  not null,
    stated_at      timestamptz   not null,
    primary key (submission_id, code)
);

-- The clauses that a frozen version came with, by the table as it stood then. A version with none is not judged by clause.
create table clause_claim (
    submission_id    bigint       not null references submission,
    code             varchar(60)  not null,
    position         integer      not null,
    label            varchar(200) not null,
    words            varchar(500) not null,
    article          varchar(40)  not null,
    on_form          boolean      not null,
    claim            varchar(20)  not null
        check (claim in ('MEETS', 'DOES_NOT_MEET', 'NOT_APPLICABLE', 'STATED', 'UNDECLARED')),
    statement        text,
    files            integer      not null,
    decision_version integer      not null,
    primary key (submission_id, code)
);

create table clause_judgement (
    submission_id  bigint       not null,
    code           varchar(60)  not null,
    judge          varchar(10)  not null check (judge in ('CITY', 'EXPERT', 'REGION')),
    -- user id; empty of an authority, which judges as one
    expert         varchar(64)  not null check ((expert = '') = (judge <> 'EXPERT')),
    judgement      varchar(20)  not null check (judgement in ('MET', 'NOT_MET', 'NEEDS_EXPLANATION')),
    reason         varchar(1000),
    -- each saving is one more: nobody overwrites what he has not seen
    revision       integer      not null,
    judged_by      varchar(64)  not null,
    judged_by_name varchar(200) not null,
    judged_at      timestamptz  not null,
    primary key (submission_id, code, judge, expert),
    foreign key (submission_id, code) references clause_claim
);

-- What the recommendation (CITY) and the conclusion (REGION) answer to a clause judged not met.
create table clause_answer (
    submission_id    bigint        not null,
    code             varchar(60)   not null,
    judge            varchar(10)   not null check (judge in ('CITY', 'REGION')),
    answer           varchar(1000) not null,
    answered_by      varchar(64)   not null,
    answered_by_name varchar(200)  not null,
    answered_at      timestamptz   not null,
    primary key (submission_id, code, judge),
    foreign key (submission_id, code) references clause_claim
);
