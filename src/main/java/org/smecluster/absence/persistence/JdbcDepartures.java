package org.smecluster.absence.persistence;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.smecluster.absence.Departure;
import org.smecluster.absence.Departures;
import org.smecluster.absence.HandedTask;
import org.smecluster.persistence.Rows;
import org.smecluster.security.AuditKind;
import org.smecluster.security.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDepartures implements Departures {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    JdbcDepartures(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean closed(String userId) {
        return jdbc.sql("select count(*) from departure where user_id = :userId")
                        .param("userId", userId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void close(String userId, String by) {
        int closed = jdbc.sql("""
                        insert into departure (user_id, closed_by, closed_at) values (:userId, :by, :now)
                        on conflict do nothing
                        """)
                .param("userId", userId)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (closed > 0) {
            audit.record(AuditKind.ACCOUNT_CLOSED, userId, by, "移交");
        }
    }

    @Override
    public void reopen(String userId) {
        int reopened = jdbc.sql("delete from departure where user_id = :userId")
                .param("userId", userId)
                .update();
        if (reopened > 0) {
            audit.record(AuditKind.ACCOUNT_REOPENED, userId, "移交页面");
        }
    }

    @Override
    public List<Departure> all() {
        return jdbc.sql(
                        "select user_id, closed_by as by, closed_at as at from departure order by closed_at desc, user_id")
                .query(Rows.of(Departure.class))
                .list();
    }

    @Override
    public void record(HandedTask task) {
        jdbc.sql("""
                        insert into handed_task (task_id, task_name, case_number, from_user, to_user, result,
                                                 handed_by, handed_at)
                        values (:taskId, :taskName, :caseNumber, :from, :to, :result, :by, :at)
                        """)
                .param("taskId", task.taskId())
                .param("taskName", task.taskName())
                .param("caseNumber", task.caseNumber())
                .param("from", task.from())
                .param("to", task.to())
                .param("result", task.result())
                .param("by", task.by())
                .param("at", task.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<HandedTask> tasksOf(String userId) {
        return jdbc.sql("""
                        select *, from_user as "from", to_user as "to", handed_by as by, handed_at as at
                        from handed_task where from_user = :userId order by id desc
                        """)
                .param("userId", userId)
                .query(Rows.of(HandedTask.class))
                .list();
    }
}
