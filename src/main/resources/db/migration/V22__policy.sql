-- Which deployments were held against the list of what a model may contain, and by which list (policy/allowed-in-models.yml).
create table judged_deployment (
    deployment_id varchar(64) primary key,
    list_digest   varchar(64) not null
);

-- Files of stored deployments that contain what no model may contain: their process definitions are suspended.
create table stopped_model (
    deployment_id varchar(64) not null,
    resource      text        not null,
    findings      text[]      not null,
    stopped_at    timestamptz not null,
    primary key (deployment_id, resource)
);
