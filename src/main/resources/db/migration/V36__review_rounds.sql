-- A term that is over waits for the round of reviews that covers it (第十四条).
alter table cluster drop constraint cluster_state_check;
alter table cluster add constraint cluster_state_check
    check (state in ('CULTIVATED', 'LEFT_POOL', 'RECOGNISED', 'UNDER_REVIEW', 'AWAITING_REVIEW', 'LAPSED', 'REVOKED'));

-- Reviews are organised together, by notice; or a leader states by document that none will be held.
create table review_round (
    id                  bigint generated always as identity primary key,
    round_number        varchar(20) not null unique check (round_number ~ '^NXJQ-[0-9]{4}-LC-[0-9]{2}$'),
    state               varchar(20) not null check (state in ('OPEN', 'CLOSED', 'PROPOSED', 'STATED', 'REJECTED')),
    -- of the notice or, where none is held, of the leader's statement, null until it is made
    document_number     varchar(60),
    document_date       date,
    -- null where none is held
    window_start        date,
    window_end          date,
    -- it covers the terms whose last day lies between
    terms_from          date        not null,
    terms_to            date        not null,
    single_applications boolean     not null,
    reason              text,
    opened_by           varchar(64) not null,
    opened_at           timestamptz not null,
    -- the leader who stated that none is held, or did not agree
    decided_by          varchar(64),
    closed_on           date,
    check (terms_to >= terms_from),
    check (window_end >= window_start),
    check ((state in ('OPEN', 'CLOSED')) = (window_start is not null))
);

-- Clusters that it names one by one, those that lapsed earlier among them, with the term that is meant.
create table review_round_cluster (
    round_id       bigint      not null references review_round,
    cluster_number varchar(20) not null references cluster (cluster_number),
    term_ends_on   date        not null,
    primary key (round_id, cluster_number)
);

-- The round in which a review was applied for, and the last day on which it may be submitted for the first time; null in
-- reviews from before there were rounds: theirs is the last day of the term.
alter table renewal add column round_number varchar(20) references review_round (round_number);
alter table renewal add column submit_by date;
