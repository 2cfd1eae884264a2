package org.smecluster.review.persistence;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.smecluster.persistence.Rows;
import org.smecluster.review.Criteria;
import org.smecluster.review.Criterion;
import org.smecluster.review.Scores;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcScores implements Scores {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcScores(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Criteria> criteria(String subject) {
        List<Criterion> criteria = jdbc.sql("select * from review_criterion where subject = :subject order by position")
                .param("subject", subject)
                .query(Rows.of(Criterion.class))
                .list();
        return jdbc.sql("select * from review_criteria where subject = :subject")
                .param("subject", subject)
                .query((row, i) -> new Criteria(
                        subject,
                        criteria,
                        row.getInt("divergence"),
                        row.getInt("revision"),
                        row.getString("set_by_name"),
                        row.getObject("frozen_at") != null))
                .optional();
    }

    @Override
    public void lock(String subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('review_criteria ' || :subject))")
                .param("subject", subject)
                .query((row, i) -> true)
                .list();
    }

    @Override
    public void set(Criteria criteria, Account by) {
        jdbc.sql("""
                        insert into review_criteria (subject, divergence, revision, set_by, set_by_name, set_at)
                        values (:subject, :divergence, :revision, :userId, :userName, :now)
                        on conflict (subject) do update
                        set divergence = excluded.divergence, revision = excluded.revision, set_by = excluded.set_by,
                            set_by_name = excluded.set_by_name, set_at = excluded.set_at
                        """)
                .param("subject", criteria.subject())
                .param("divergence", criteria.divergence())
                .param("revision", criteria.revision())
                .param("userId", by.userId())
                .param("userName", by.displayName())
                .param("now", now())
                .update();
        jdbc.sql("delete from review_criterion where subject = :subject")
                .param("subject", criteria.subject())
                .update();
        criteria.criteria().forEach(each -> jdbc.sql("""
                                insert into review_criterion (subject, position, name, weight)
                                values (:subject, :position, :name, :weight)
                                """)
                .param("subject", criteria.subject())
                .param("position", each.position())
                .param("name", each.name())
                .param("weight", each.weight())
                .update());
    }

    @Override
    public void freeze(String subject) {
        jdbc.sql("update review_criteria set frozen_at = coalesce(frozen_at, :now) where subject = :subject")
                .param("subject", subject)
                .param("now", now())
                .update();
    }

    @Override
    public Map<Integer, Integer> of(String caseNumber, String expertId) {
        Map<Integer, Integer> scores = new TreeMap<>();
        jdbc.sql("select position, score from expert_score where case_number = :caseNumber and expert_id = :expertId")
                .param("caseNumber", caseNumber)
                .param("expertId", expertId)
                .query(row -> {
                    scores.put(row.getInt("position"), row.getInt("score"));
                });
        return scores;
    }

    @Override
    public void score(String caseNumber, String expertId, Map<Integer, Integer> scores) {
        jdbc.sql("delete from expert_score where case_number = :caseNumber and expert_id = :expertId")
                .param("caseNumber", caseNumber)
                .param("expertId", expertId)
                .update();
        scores.forEach((position, score) -> jdbc.sql("""
                        insert into expert_score (case_number, expert_id, position, score, scored_at)
                        values (:caseNumber, :expertId, :position, :score, :now)
                        """)
                .param("caseNumber", caseNumber)
                .param("expertId", expertId)
                .param("position", position)
                .param("score", score)
                .param("now", now())
                .update());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
