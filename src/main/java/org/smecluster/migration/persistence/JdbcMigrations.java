package org.smecluster.migration.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.migration.Migration;
import org.smecluster.migration.MigrationCase;
import org.smecluster.migration.MigrationEvent;
import org.smecluster.migration.Migrations;
import org.smecluster.migration.MoveResult;
import org.smecluster.migration.Plan;
import org.smecluster.migration.RunningCases.Open;
import org.smecluster.persistence.Rows;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMigrations implements Migrations {

    private final JdbcClient jdbc;

    JdbcMigrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Migration add(Plan plan, Account author, Instant now) {
        Migration added = jdbc.sql("""
                        insert into model_migration (process_key, process_name, from_version, from_definition_id, to_version,
                                                     to_definition_id, state, author, author_name, drawn_up_at)
                        values (:key, :name, :fromVersion, :from, :toVersion, :to, 'TRYING', :author, :authorName, :now)
                        returning *
                        """)
                .param("key", plan.to().key())
                .param("name", plan.to().name())
                .param("fromVersion", plan.from().version())
                .param("from", plan.from().definitionId())
                .param("toVersion", plan.to().version())
                .param("to", plan.to().definitionId())
                .param("author", author.userId())
                .param("authorName", author.displayName())
                .param("now", utc(now))
                .query(Rows.of(Migration.class))
                .single();
        int place = 0;
        for (Map.Entry<String, String> step : plan.mapping().entrySet()) {
            jdbc.sql("insert into model_migration_step values (?, ?, ?, ?)")
                    .params(added.id(), ++place, step.getKey(), step.getValue())
                    .update();
        }
        return added;
    }

    @Override
    public Optional<Migration> find(long id) {
        return jdbc.sql("select * from model_migration where id = :id")
                .param("id", id)
                .query(Rows.of(Migration.class))
                .optional();
    }

    @Override
    public Optional<Migration> hold(long id) {
        return jdbc.sql("select * from model_migration where id = :id for update")
                .param("id", id)
                .query(Rows.of(Migration.class))
                .optional();
    }

    @Override
    public List<Migration> all() {
        return jdbc.sql("select * from model_migration order by id desc")
                .query(Rows.of(Migration.class))
                .list();
    }

    @Override
    public Map<String, Migration> byNumber(Collection<String> numbers) {
        return jdbc
                .sql("select * from model_migration where number = any (:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(Rows.of(Migration.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Migration::number, Function.identity()));
    }

    @Override
    public List<Long> in(Migration.State state) {
        return jdbc.sql("select id from model_migration where state = :state order by id")
                .param("state", state.name())
                .query(Long.class)
                .list();
    }

    @Override
    public Map<String, String> mapping(long id) {
        Map<String, String> mapping = new LinkedHashMap<>();
        jdbc.sql("select source, target from model_migration_step where migration_id = :id order by place")
                .param("id", id)
                .query(row -> {
                    mapping.put(row.getString("source"), row.getString("target"));
                });
        return mapping;
    }

    @Override
    public void include(long id, Collection<Open> open) {
        open.forEach(each -> jdbc.sql("""
                        insert into model_migration_case (migration_id, instance_id, root_id, case_number, state)
                        values (?, ?, ?, ?, 'WAITING') on conflict do nothing
                        """)
                .param(id)
                .param(each.instanceId())
                .param(each.rootId())
                .param(each.caseNumber())
                .update());
    }

    @Override
    public List<MigrationCase> cases(long id) {
        return jdbc.sql("select * from model_migration_case where migration_id = :id order by case_number, instance_id")
                .param("id", id)
                .query((row, number) -> new MigrationCase(
                        open(row),
                        MigrationCase.State.valueOf(row.getString("state")),
                        instant(row, "tried_at"),
                        row.getObject("trial_goes") == null
                                ? null
                                : new MoveResult(
                                        row.getBoolean("trial_goes"),
                                        row.getString("trial_reason"),
                                        row.getString("trial_article")),
                        instant(row, "settled_at"),
                        row.getObject("settled_at") == null
                                ? null
                                : new MoveResult(
                                        "MOVED".equals(row.getString("state")),
                                        row.getString("reason"),
                                        row.getString("article"))))
                .list();
    }

    @Override
    public List<Open> untried(long id) {
        return jdbc.sql("""
                        select * from model_migration_case
                        where migration_id = :id and state = 'WAITING' and tried_at is null order by case_number, instance_id
                        """).param("id", id).query((row, number) -> open(row)).list();
    }

    @Override
    public List<Open> waiting(long id) {
        return jdbc.sql("""
                        select * from model_migration_case
                        where migration_id = :id and state = 'WAITING' order by case_number, instance_id
                        """).param("id", id).query((row, number) -> open(row)).list();
    }

    @Override
    public void forgetTrials(long id) {
        jdbc.sql("""
                        update model_migration_case set tried_at = null, trial_goes = null, trial_reason = null,
                                                        trial_article = null
                        where migration_id = :id and state = 'WAITING'
                        """).param("id", id).update();
    }

    @Override
    public void tried(long id, String instanceId, MoveResult outcome, Instant now) {
        jdbc.sql("""
                        update model_migration_case
                        set tried_at = :now, trial_goes = :goes, trial_reason = :reason, trial_article = :article
                        where migration_id = :id and instance_id = :instance and state = 'WAITING'
                        """)
                .param("now", utc(now))
                .param("goes", outcome.goes())
                .param("reason", outcome.reason())
                .param("article", outcome.article())
                .param("id", id)
                .param("instance", instanceId)
                .update();
    }

    @Override
    public boolean holdWaiting(long id, String instanceId) {
        return jdbc.sql("""
                        select 1 from model_migration_case
                        where migration_id = :id and instance_id = :instance and state = 'WAITING' for update skip locked
                        """)
                .param("id", id)
                .param("instance", instanceId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public void settle(long id, String instanceId, MoveResult outcome, Instant now) {
        jdbc.sql("""
                        update model_migration_case
                        set state = :state, settled_at = :now, reason = :reason, article = :article
                        where migration_id = :id and instance_id = :instance and state = 'WAITING'
                        """)
                .param("state", outcome.goes() ? "MOVED" : "LEFT")
                .param("now", utc(now))
                .param("reason", outcome.reason())
                .param("article", outcome.article())
                .param("id", id)
                .param("instance", instanceId)
                .update();
    }

    @Override
    public void state(long id, Migration.State state) {
        jdbc.sql("update model_migration set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    @Override
    public void confirmed(long id, Account by, Instant now) {
        jdbc.sql("""
                        update model_migration
                        set state = 'RUNNING', confirmed_by = :by, confirmed_by_name = :name, confirmed_at = :now
                        where id = :id
                        """)
                .param("by", by.userId())
                .param("name", by.displayName())
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    @Override
    public void ended(long id, Instant now) {
        jdbc.sql("update model_migration set state = 'DONE', ended_at = :now where id = :id")
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    @Override
    public void happened(long id, MigrationEvent event) {
        jdbc.sql("""
                        insert into model_migration_event (migration_id, kind, happened_at, user_id, user_name, reason)
                        values (:id, :kind, :at, :userId, :userName, :reason)
                        """)
                .param("id", id)
                .param("kind", event.kind().name())
                .param("at", utc(event.happenedAt()))
                .param("userId", event.userId())
                .param("userName", event.userName())
                .param("reason", event.reason())
                .update();
    }

    @Override
    public List<MigrationEvent> events(long id) {
        return jdbc.sql("select * from model_migration_event where migration_id = :id order by id")
                .param("id", id)
                .query(Rows.of(MigrationEvent.class))
                .list();
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(row.getString("instance_id"), row.getString("root_id"), row.getString("case_number"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
