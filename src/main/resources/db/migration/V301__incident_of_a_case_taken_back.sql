-- What a reviewer entered in a case by mistake is taken back with a reason, never deleted.
alter table incident
    add column withdrawn_at timestamptz,
    add column withdrawn_by varchar(200),
    add column withdrawal   varchar(1000),
    add check ((withdrawn_at is null) = (withdrawal is null));
