-- Units that the region addresses beside the cities (level DIRECT): they receive and recommend as a city does.
alter table region_unit drop constraint region_unit_level_check;
alter table region_unit drop constraint region_unit_check;
alter table region_unit drop constraint region_unit_check2;
alter table region_unit add constraint unit_level check (level in ('CITY', 'DIRECT', 'COUNTY', 'PARK'));
alter table region_unit add constraint top_has_no_parent check ((level in ('CITY', 'DIRECT')) = (parent_code is null));
alter table region_unit add constraint top_code check (level not in ('CITY', 'DIRECT') or code ~ '^[0-9]{4}$');

-- The county-level unit that a park lies in, where the tree does not say it: a park directly under a city or a DIRECT unit.
alter table region_unit add column county_code varchar(40) references region_unit (code);
alter table region_unit add constraint only_parks_lie_in check (county_code is null or level = 'PARK');

-- The DIRECT unit that a park is the body of: it applies through another city (its parent), never through itself.
alter table region_unit add column body_of varchar(40) references region_unit (code);
alter table region_unit add constraint never_its_own check (body_of is null or level = 'PARK' and body_of <> parent_code);

insert into region_unit (code, name, level) values ('6409', '宁东能源化工基地', 'DIRECT');

-- 宁东镇 is of 灵武市; its own application goes to 银川市, as before.
update region_unit set body_of = '6409', county_code = '640181' where code = 'ningdong';
