-- The database and its two roles of least rights. As a superuser of PostgreSQL, once:
--
--   psql -v owner_password=… -v application_password=… -f database.sql
--
-- sme_cluster_owner owns the tables and may change their shape: for the first start and for upgrades only.
-- sme_cluster reads and writes rows, no more: for every other start. Neither may anything beyond this database.

create role sme_cluster_owner login password :'owner_password' nosuperuser nocreatedb nocreaterole noreplication connection limit 80;
create role sme_cluster login password :'application_password' nosuperuser nocreatedb nocreaterole noreplication connection limit 80;

create database sme_cluster owner sme_cluster_owner encoding 'UTF8' template template0;
revoke all on database sme_cluster from public;
grant connect on database sme_cluster to sme_cluster;

\connect sme_cluster

revoke all on schema public from public;
alter schema public owner to sme_cluster_owner;
grant usage on schema public to sme_cluster;

-- of all that the first start and later upgrades create
alter default privileges for role sme_cluster_owner in schema public
    grant select, insert, update, delete on tables to sme_cluster;
alter default privileges for role sme_cluster_owner in schema public
    grant usage, select on sequences to sme_cluster;

-- what was written about logins and rights is never changed: once the first start has created the table
--   psql -d sme_cluster -c 'revoke update, delete on audit_event, chain_entry from sme_cluster'
