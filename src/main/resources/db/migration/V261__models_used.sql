-- Which version of which model a case went by, for life: the engine forgets its history after the models' own time.
create table model_use (
    id                  bigint generated always as identity primary key,
    business_key        varchar(30)  not null,
    type                varchar(10)  not null check (type in ('PROCESS', 'DECISION')),
    model_key           varchar(100) not null,
    name                varchar(255) not null,
    version             integer      not null,
    -- the engine's id of that version
    definition_id       varchar(100) not null,
    deployment          varchar(255),
    deployed_at         timestamptz  not null,
    -- null for a decision
    process_instance_id varchar(64),
    -- whether another process of the case called it
    called              boolean      not null,
    used_from           timestamptz  not null,
    check ((type = 'PROCESS') = (process_instance_id is not null))
);

create index model_use_by_key on model_use (business_key);
create index model_use_by_instance on model_use (process_instance_id);
create unique index model_use_decision_once on model_use (business_key, definition_id) where type = 'DECISION';

-- Instances of before, as far as the engine still knows them; a new database has no engine yet.
do $$
begin
    if to_regclass('act_hi_procinst') is not null then
        insert into model_use (business_key, type, model_key, name, version, definition_id, deployment, deployed_at,
                               process_instance_id, called, used_from)
        select p.business_key_, 'PROCESS', d.key_, coalesce(d.name_, d.key_), d.version_, d.id_, o.name_,
               o.deploy_time_ at time zone 'Asia/Shanghai', p.proc_inst_id_,
               p.super_process_instance_id_ is not null, p.start_time_ at time zone 'Asia/Shanghai'
        from act_hi_procinst p
        join act_re_procdef d on d.id_ = p.proc_def_id_
        join act_re_deployment o on o.id_ = d.deployment_id_
        where p.business_key_ is not null and length(p.business_key_) <= 30
        order by p.start_time_, p.proc_inst_id_;
    end if;
end $$;
