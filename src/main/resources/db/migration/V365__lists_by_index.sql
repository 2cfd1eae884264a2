-- which cluster a case gave a term to
create index cluster_term_by_case on cluster_term (source_case);

-- what a group was told, the latest first
create index notification_by_group on notification (group_id, told_at desc, id desc);
