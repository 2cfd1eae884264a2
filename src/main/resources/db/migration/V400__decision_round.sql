-- A decision table that a step of a process asked about many things at once; the engine's history has none of it.
create table decision_round (
    id                    bigint generated always as identity primary key,
    decision              varchar(100) not null,
    decision_version      integer      not null,
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
