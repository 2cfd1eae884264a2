-- What happened to a migration of cases is chained too (ADR 0060, ADR 0064), with what was there before.
insert into chain_source (name, version, key, "case", content) values
    ('model_migration_event', 1, 't.id', 'null',
     't.migration_id, t.kind, t.happened_at, t.user_id, t.user_name, t.reason');

do $$
declare
    s chain_source;
    queued text;
begin
    select * into s from chain_source where name = 'model_migration_event';
    queued := format(
        'insert into chain_queue (source, version, key, case_number, digest) '
        'select %L, %s, %s, %s, sha256(convert_to(jsonb_build_array(%s)::text, ''UTF8'')) from %%s t where %s order by 3',
        s.name, s.version, s.key, s."case", s.content, s.entered);
    execute format('create function chain_%I() returns trigger language plpgsql set timezone = ''UTC'' as '
        '$f$ begin %s; return null; end $f$', s.name, format(queued, 'added'));
    execute format('create trigger chained after insert on %I referencing new table as added '
        'for each statement execute function chain_%I()', s.name, s.name);
    perform set_config('timezone', 'UTC', true);
    execute format(queued, s.name);
end $$;
