-- Several tasks of one kind in one instance (two objections to one notice) each have their own deadline. A row without a
-- task, as all were before, is the deadline of a timer or of all tasks of its activity.
alter table deadline add column task_id varchar(64);

drop index deadline_open;
create unique index deadline_open on deadline (process_instance_id, activity_id, coalesce(task_id, ''))
    where closed_at is null;
