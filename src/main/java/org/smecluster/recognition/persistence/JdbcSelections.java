package org.smecluster.recognition.persistence;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.smecluster.recognition.Selections;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSelections implements Selections {

    private final JdbcClient jdbc;

    JdbcSelections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Selection> ofBatch(long batchId) {
        return jdbc.sql("select * from selection where batch_id = :batchId order by case_number")
                .param("batchId", batchId)
                .query((row, i) -> new Selection(
                        row.getString("case_number"),
                        row.getBoolean("selected"),
                        row.getString("reason"),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void put(long batchId, Selection selection) {
        jdbc.sql(
                        """
                        insert into selection (batch_id, case_number, selected, reason, decided_by, decided_at)
                        values (:batchId, :caseNumber, :selected, :reason, :decidedBy, :decidedAt)
                        on conflict (batch_id, case_number) do update
                        set selected = excluded.selected, reason = excluded.reason,
                            decided_by = excluded.decided_by, decided_at = excluded.decided_at
                        """)
                .param("batchId", batchId)
                .param("caseNumber", selection.caseNumber())
                .param("selected", selection.selected())
                .param("reason", selection.reason())
                .param("decidedBy", selection.decidedBy())
                .param("decidedAt", selection.decidedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
