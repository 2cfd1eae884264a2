-- What reviewers say of each kind of material of a version: accepted, or returned with a reason (第十二条(二)、(三), 第十三条).
-- Nothing is overwritten; of a level the latest counts.
create table material_tick (
    id             bigint generated always as identity primary key,
    submission_id  bigint       not null references submission,
    -- as the decision applicationMaterials names it
    code           varchar(60)  not null,
    level          varchar(10)  not null check (level in ('CITY', 'REGION')),
    accepted       boolean      not null,
    reason         varchar(1000),
    -- said of the version before, of what its correction left as it was
    carried        boolean      not null default false,
    ticked_by      varchar(64)  not null,
    ticked_by_name varchar(200) not null,
    ticked_at      timestamptz  not null,
    check (accepted or reason is not null)
);

create index material_tick_by_submission on material_tick (submission_id);
