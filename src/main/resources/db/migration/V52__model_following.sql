-- Of a file that was changed: whether the cases that were under way when it went live follow the change. Where nothing is
-- said, as of what the application deploys by itself, they do.
create table model_following (
    deployment_id        varchar(64)   not null,
    resource_name        varchar(4000) not null,
    running_cases_follow boolean       not null,
    recorded_at          timestamptz   not null,
    primary key (deployment_id, resource_name)
);
