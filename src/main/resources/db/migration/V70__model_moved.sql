-- A case that was taken to a version of a process goes by all that came with it, be it said or not that running cases follow
-- it (ADR 0053, 0060).
create table model_moved (
    -- the instance that nobody called, and the number of its case
    root_id       varchar(64) not null,
    case_number   varchar(255),
    deployment_id varchar(64) not null,
    moved_at      timestamptz not null,
    primary key (root_id, deployment_id)
);
create index on model_moved (case_number);
