package org.smecluster.worklist.engine;

import jakarta.annotation.PreDestroy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.engine.Conflicts;
import org.smecluster.engine.FormRejected;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.smecluster.worklist.BulkRun;
import org.smecluster.worklist.BulkRun.Item;
import org.smecluster.worklist.BulkRun.State;
import org.smecluster.worklist.engine.BulkTasks.Kind;
import org.smecluster.worklist.engine.BulkTasks.Open;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Completes many tasks for a person, each in a transaction of its own: a task and the record that it was done commit
 * together. What was not done says why.
 */
@Component
public class BulkRuns {

    /** Of one run. */
    public static final int MOST_TASKS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(BulkRuns.class);

    /** A run of which nothing was heard for so long has nobody who works on it. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final BulkTasks tasks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    BulkRuns(BulkTasks tasks, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PreDestroy
    void stop() throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(20, TimeUnit.SECONDS)) {
            workers.shutdownNow();
        }
    }

    /**
     * Begins a run; one that was begun before is left as it is.
     *
     * @param id chosen by who asks, the same for the same request
     */
    public void begin(UUID id, Account person, Kind kind, List<Open> chosen, Map<String, Object> values) {
        Boolean begun = transaction.execute(status -> record(id, person, kind.name(), chosen));
        if (Boolean.TRUE.equals(begun)) {
            workers.execute(() -> chosen.forEach(each -> complete(id, kind.key(), each.taskId(), person, values)));
        }
    }

    /** Empty where there is none, or it is another person's. */
    public Optional<BulkRun> find(UUID id, Account person) {
        List<Item> items = jdbc.sql("select * from bulk_item where run_id = :id order by place")
                .param("id", id)
                .query(BulkRuns::item)
                .list();
        return jdbc.sql("""
                        select r.*, coalesce(max(i.changed_at), r.started_at) as last_heard
                        from bulk_run r left join bulk_item i on i.run_id = r.id
                        where r.id = :id and r.user_id = :userId group by r.id
                        """)
                .param("id", id)
                .param("userId", person.userId())
                .query((row, number) -> run(row, items))
                .optional();
    }

    /** The person's latest runs, without their items. */
    public List<BulkRun> latest(Account person, int most) {
        return jdbc.sql("""
                        select r.*, r.started_at as last_heard from bulk_run r
                        where r.user_id = :userId order by r.started_at desc limit :most
                        """)
                .param("userId", person.userId())
                .param("most", most)
                .query((row, number) -> run(row, List.of()))
                .list();
    }

    private boolean record(UUID id, Account person, String taskName, List<Open> chosen) {
        OffsetDateTime now = now();
        int begun = jdbc.sql("""
                        insert into bulk_run (id, user_id, task_name, started_at) values (:id, :userId, :taskName, :now)
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("userId", person.userId())
                .param("taskName", taskName)
                .param("now", now)
                .update();
        if (begun == 0) {
            return false;
        }
        for (int place = 0; place < chosen.size(); place++) {
            Open open = chosen.get(place);
            jdbc.sql("""
                            insert into bulk_item (run_id, task_id, place, case_number, cluster_name, state, changed_at)
                            values (:id, :taskId, :place, :caseNumber, :clusterName, 'WAITING', :now)
                            """)
                    .param("id", id)
                    .param("taskId", open.taskId())
                    .param("place", place)
                    .param("caseNumber", open.caseNumber())
                    .param("clusterName", open.clusterName())
                    .param("now", now)
                    .update();
        }
        return true;
    }

    private void complete(UUID run, String kind, String taskId, Account person, Map<String, Object> values) {
        try {
            transaction.executeWithoutResult(status -> {
                if (settle(run, taskId, State.DONE, null)) {
                    tasks.complete(person, kind, taskId, values);
                }
            });
        } catch (RuntimeException failure) {
            settle(run, taskId, State.NOT_DONE, reason(failure));
        }
    }

    private boolean settle(UUID run, String taskId, State state, String reason) {
        return jdbc.sql("""
                        update bulk_item set state = :state, reason = :reason, changed_at = :now
                        where run_id = :run and task_id = :taskId and state = 'WAITING'
                        """)
                        .param("run", run)
                        .param("taskId", taskId)
                        .param("state", state.name())
                        .param("reason", reason)
                        .param("now", now())
                        .update()
                == 1;
    }

    private static String reason(RuntimeException failure) {
        if (failure instanceof FormRejected rejected) {
            return String.join("；", rejected.sentences());
        }
        if (failure instanceof Refusal refusal) {
            return String.join("；", refusal.reasons());
        }
        if (Conflicts.caused(failure)) {
            return "另一位工作人员刚刚办理了同一事项，请查看最新情况后再决定是否办理";
        }
        LOG.error("A task of a bulk run failed", failure);
        return "系统没能办理，请在待办中单独办理；仍不成功的，请联系系统管理员";
    }

    private BulkRun run(ResultSet row, List<Item> items) throws SQLException {
        Instant heard = row.getObject("last_heard", OffsetDateTime.class).toInstant();
        return new BulkRun(
                row.getObject("id", UUID.class),
                row.getString("task_name"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                heard.plus(SILENCE).isBefore(clock.instant()),
                items);
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getString("task_id"),
                row.getString("case_number"),
                row.getString("cluster_name"),
                State.valueOf(row.getString("state")),
                row.getString("reason"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
