package org.smecluster.calendar.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.DeadlineRegister;
import org.smecluster.calendar.DeadlineSpec;
import org.smecluster.calendar.OpenDeadline;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeadlineRegister implements DeadlineRegister {

    private static final String OPEN = """
            select id, case_number, kind, process_instance_id, activity_id, task_id, variable_name,
                   starts_on, working_days, due_at, provisional
            from deadline
            where closed_at is null
            """;

    private final JdbcClient jdbc;

    JdbcDeadlineRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lockForOpening() {
        jdbc.sql("lock table deadline in row exclusive mode").update();
    }

    @Override
    public void lockForRecalculation() {
        jdbc.sql("lock table deadline in share row exclusive mode").update();
    }

    @Override
    public void open(DeadlineSpec spec, Deadline deadline) {
        jdbc.sql("""
                        insert into deadline (case_number, kind, process_instance_id, activity_id, task_id, variable_name,
                                              starts_on, working_days, due_at, provisional)
                        values (:caseNumber, :kind, :processInstanceId, :activityId, :taskId, :variableName,
                                :startsOn, :workingDays, :dueAt, :provisional)
                        on conflict (process_instance_id, activity_id, coalesce(task_id, '')) where closed_at is null do update
                        set case_number = excluded.case_number, kind = excluded.kind,
                            variable_name = excluded.variable_name, starts_on = excluded.starts_on,
                            working_days = excluded.working_days, due_at = excluded.due_at,
                            provisional = excluded.provisional
                        """)
                .param("caseNumber", spec.caseNumber())
                .param("kind", spec.kind().name())
                .param("processInstanceId", spec.processInstanceId())
                .param("activityId", spec.activityId())
                .param("taskId", spec.taskId())
                .param("variableName", spec.variableName())
                .param("startsOn", spec.startsOn())
                .param("workingDays", spec.workingDays())
                .param("dueAt", utc(deadline.over()))
                .param("provisional", deadline.provisional())
                .update();
    }

    @Override
    public void recount(long id, Deadline deadline) {
        jdbc.sql("update deadline set due_at = :dueAt, provisional = :provisional where id = :id")
                .param("dueAt", utc(deadline.over()))
                .param("provisional", deadline.provisional())
                .param("id", id)
                .update();
    }

    @Override
    public void close(String processInstanceId, String activityId, Instant at) {
        jdbc.sql("""
                        update deadline set closed_at = :at
                        where process_instance_id = :processInstanceId and activity_id = :activityId
                          and closed_at is null
                        """)
                .param("at", utc(at))
                .param("processInstanceId", processInstanceId)
                .param("activityId", activityId)
                .update();
    }

    @Override
    public void move(String processInstanceId, String fromActivity, String toActivity) {
        jdbc.sql("""
                        update deadline set activity_id = :to
                        where process_instance_id = :processInstanceId and activity_id = :from and closed_at is null
                        """)
                .param("to", toActivity)
                .param("processInstanceId", processInstanceId)
                .param("from", fromActivity)
                .update();
    }

    @Override
    public void closeTask(String taskId, Instant at) {
        jdbc.sql("update deadline set closed_at = :at where task_id = :taskId and closed_at is null")
                .param("at", utc(at))
                .param("taskId", taskId)
                .update();
    }

    @Override
    public void closeAll(String processInstanceId, Instant at) {
        jdbc.sql("""
                        update deadline set closed_at = :at
                        where process_instance_id = :processInstanceId and closed_at is null
                        """)
                .param("at", utc(at))
                .param("processInstanceId", processInstanceId)
                .update();
    }

    @Override
    public List<OpenDeadline> findOpen() {
        return jdbc.sql(OPEN + "order by due_at, id")
                .query(JdbcDeadlineRegister::open)
                .list();
    }

    @Override
    public List<OpenDeadline> findOpen(String caseNumber) {
        return jdbc.sql(OPEN + "and case_number = :caseNumber order by due_at, id")
                .param("caseNumber", caseNumber)
                .query(JdbcDeadlineRegister::open)
                .list();
    }

    private static OpenDeadline open(ResultSet row, int i) throws SQLException {
        return new OpenDeadline(
                row.getLong("id"),
                Rows.of(DeadlineSpec.class).mapRow(row, i),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("provisional"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
