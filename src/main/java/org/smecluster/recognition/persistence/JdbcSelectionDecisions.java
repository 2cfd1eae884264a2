package org.smecluster.recognition.persistence;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smecluster.persistence.Rows;
import org.smecluster.recognition.SelectionDecision;
import org.smecluster.recognition.SelectionDecisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSelectionDecisions implements SelectionDecisions {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSelectionDecisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<SelectionDecision> ofBatch(long batchId) {
        return jdbc.sql("select * from selection where batch_id = :batchId order by case_number")
                .param("batchId", batchId)
                .query(Rows.of(SelectionDecision.class))
                .list();
    }

    @Override
    public List<SelectionDecision> ofCases(long batchId, Collection<String> caseNumbers) {
        return jdbc.sql("select * from selection where batch_id = :batchId and case_number = any (:numbers)")
                .param("batchId", batchId)
                .param("numbers", caseNumbers.toArray(String[]::new))
                .query(Rows.of(SelectionDecision.class))
                .list();
    }

    @Override
    public Optional<SelectionDecision> find(long batchId, String caseNumber) {
        return jdbc.sql("select * from selection where batch_id = :batchId and case_number = :caseNumber")
                .param("batchId", batchId)
                .param("caseNumber", caseNumber)
                .query(Rows.of(SelectionDecision.class))
                .optional();
    }

    @Override
    public void put(long batchId, String caseNumber, boolean selected, String reason, int reReview, String decidedBy) {
        jdbc.sql("""
                        insert into selection (batch_id, case_number, selected, reason, re_review, decided_by, decided_at)
                        values (:batchId, :caseNumber, :selected, :reason, :reReview, :decidedBy, :now)
                        on conflict (batch_id, case_number) do update
                        set selected = excluded.selected, reason = excluded.reason, re_review = excluded.re_review,
                            decided_by = excluded.decided_by, decided_at = excluded.decided_at
                        """)
                .param("batchId", batchId)
                .param("caseNumber", caseNumber)
                .param("selected", selected)
                .param("reason", reason)
                .param("reReview", reReview)
                .param("decidedBy", decidedBy)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
