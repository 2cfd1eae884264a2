-- Why a kind of material that is required does not come with a version, in the unit's words (第十三条).
create table material_absence (
    submission_id  bigint        not null references submission,
    -- as the decision applicationMaterials names it
    code           varchar(60)   not null,
    reason         varchar(1000) not null,
    given_by       varchar(64)   not null,
    given_by_name  varchar(200)  not null,
    given_at       timestamptz   not null,
    primary key (submission_id, code)
);

-- of what was handed in before nobody gave a reason
alter table application_material add column absence varchar(1000);
