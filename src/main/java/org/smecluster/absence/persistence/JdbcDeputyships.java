package org.smecluster.absence.persistence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.smecluster.absence.DeputyAct;
import org.smecluster.absence.DeputyEntry;
import org.smecluster.absence.Deputyship;
import org.smecluster.absence.Deputyships;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeputyships implements Deputyships {

    private static final String SELECT = "select *, first_day as \"from\", last_day as until from deputyship ";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDeputyships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void lock(String absent) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('deputyship ' || :absent))")
                .param("absent", absent)
                .query((row, i) -> true)
                .list();
    }

    @Override
    public long insert(DeputyEntry entry, String by) {
        return jdbc.sql("""
                        insert into deputyship (absent, deputy, first_day, last_day, reason, entered_by, entered_at)
                        values (:absent, :deputy, :from, :until, :reason, :by, :now)
                        returning id
                        """)
                .param("absent", entry.absent())
                .param("deputy", entry.deputy())
                .param("from", entry.from())
                .param("until", entry.until())
                .param("reason", entry.reason().strip())
                .param("by", by)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Deputyship> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Rows.of(Deputyship.class))
                .optional();
    }

    @Override
    public List<Deputyship> of(String userId) {
        return jdbc.sql(SELECT + "where :userId in (absent, deputy) order by first_day desc, id desc")
                .param("userId", userId)
                .query(Rows.of(Deputyship.class))
                .list();
    }

    @Override
    public List<Deputyship> open(LocalDate day) {
        return jdbc.sql(SELECT + "where revoked_at is null and last_day >= :day order by first_day, id")
                .param("day", day)
                .query(Rows.of(Deputyship.class))
                .list();
    }

    @Override
    public void revoke(long id, String by) {
        jdbc.sql("""
                        update deputyship set revoked_at = :now, revoked_by = :by where id = :id and revoked_at is null
                        """).param("now", now()).param("by", by).param("id", id).update();
    }

    @Override
    public void acted(String taskId, String taskName, String caseNumber, String absent, String deputy) {
        jdbc.sql("""
                        insert into deputy_act (task_id, task_name, case_number, absent, deputy, acted_at)
                        values (:taskId, :taskName, :caseNumber, :absent, :deputy, :now)
                        """)
                .param("taskId", taskId)
                .param("taskName", taskName)
                .param("caseNumber", caseNumber)
                .param("absent", absent)
                .param("deputy", deputy)
                .param("now", now())
                .update();
    }

    @Override
    public List<DeputyAct> acts(String userId, int most) {
        return jdbc.sql("""
                        select *, acted_at as at from deputy_act where :userId in (absent, deputy)
                        order by id desc limit :most
                        """)
                .param("userId", userId)
                .param("most", most)
                .query(Rows.of(DeputyAct.class))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
