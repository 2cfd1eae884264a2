-- What happened to a migration of cases is chained too (ADR 0060, ADR 0064), with what was there before.
insert into chain_source (name, version, key, "case", content) values
    ('model_migration_event', 1, 't.id', 'null',
     't.migration_id, t.kind, t.happened_at, t.user_id, t.user_name, t.reason');

call chain_from_now_on('model_migration_event');
