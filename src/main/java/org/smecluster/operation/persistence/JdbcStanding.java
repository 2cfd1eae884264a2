package org.smecluster.operation.persistence;

import java.util.List;
import org.smecluster.operation.Standing;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each by an index or over a table that holds only what is under way; ten years of ended cases cost nothing. */
@Repository
class JdbcStanding implements Standing {

    private final JdbcClient jdbc;

    JdbcStanding(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Count> counts() {
        return jdbc.sql("""
                        select 'cases.open' as figure, 'kind' as label, kind as value, count(*) as number
                          from case_record where closed_at is null group by kind
                        union all
                        select 'tasks.open', 'step', task_def_key_, count(*)
                          from act_ru_task where task_def_key_ is not null group by task_def_key_
                        union all
                        select 'tasks.overdue', 'step', task_def_key_, count(*)
                          from act_ru_task where task_def_key_ is not null and due_date_ < now() group by task_def_key_
                        union all
                        select 'incidents', null, null, count(*) from act_ru_incident
                        union all
                        select 'jobs.due', null, null, count(*)
                          from act_ru_job where retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ <= now())
                        union all
                        select 'jobs.failed', null, null, count(*) from act_ru_job where retries_ = 0
                        union all
                        select 'messages', 'state', s.state, count(m.id)
                          from (values ('WAITING'), ('SENDING'), ('MAYBE'), ('FAILED')) s (state)
                          left join message m on m.state = s.state
                         group by s.state
                        union all
                        select 'uploads', 'kind', 'evidence', count(*) from evidence_upload where file_id is null and refused is null
                        union all
                        select 'chain.waiting', null, null, count(*) from chain_queue
                        union all
                        select 'chain.seconds', null, null,
                               coalesce(extract(epoch from clock_timestamp() - min(queued_at)), 0) from chain_queue
                        """).query(Rows.of(Count.class)).list();
    }
}
