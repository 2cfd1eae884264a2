-- The leader's decision on a cluster of a list tells which assessment it was made on (0: before this was kept).
alter table selection add column re_review integer not null default 0;
