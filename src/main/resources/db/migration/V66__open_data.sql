-- Which fields of recognised clusters the region publishes as open data; the latest row holds. Without one: those of the notice.
create table open_data_choice (
    id               bigint       generated always as identity primary key,
    -- names, separated by commas
    fields           varchar(500) not null,
    reason           varchar(500) not null,
    approved_by      varchar(64)  not null,
    approved_by_name varchar(200) not null,
    approved_at      timestamptz  not null
);

-- The data as they stood, made when somebody asked and something had changed. Rows are only ever added.
create table open_data_release (
    -- counts from 1, so that of two made at once one stays
    id      bigint       primary key check (id >= 1),
    sha256  char(64)     not null,
    fields  varchar(500) not null,
    -- JSON: number of the cluster to field to value
    lines   text         not null,
    made_at timestamptz  not null
);

-- What a release has otherwise than the one before: corrections and removals stay to be seen.
create table open_data_change (
    id           bigint        generated always as identity primary key,
    release_id   bigint        not null references open_data_release (id),
    kind         varchar(10)   not null,
    -- empty of a change of the fields
    cluster_name varchar(200)  not null,
    what         varchar(2000) not null,
    at           timestamptz   not null
);
