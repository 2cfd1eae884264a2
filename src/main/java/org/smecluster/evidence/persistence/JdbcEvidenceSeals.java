package org.smecluster.evidence.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smecluster.evidence.EvidenceContent;
import org.smecluster.evidence.EvidenceFile;
import org.smecluster.evidence.EvidenceSeal;
import org.smecluster.evidence.EvidenceSeals;
import org.smecluster.persistence.Rows;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEvidenceSeals implements EvidenceSeals {

    private final JdbcClient jdbc;

    JdbcEvidenceSeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<EvidenceSeal> ofCase(String caseNumber) {
        return jdbc.sql("select * from evidence_seal where case_number = ? and declined_at is null order by id")
                .param(caseNumber)
                .query(Rows.of(EvidenceSeal.class))
                .list();
    }

    @Override
    public Optional<EvidenceSeal> lock(long contentId) {
        return jdbc.sql("select * from evidence_seal where content_id = ? and declined_at is null for update")
                .param(contentId)
                .query(Rows.of(EvidenceSeal.class))
                .optional();
    }

    @Override
    public Optional<Long> insert(EvidenceContent content, EvidenceFile file, String reason, Account by, Instant at) {
        return jdbc.sql("""
                        insert into evidence_seal (content_id, file_id, case_number, reason, proposed_by, proposed_by_name,
                                                   proposed_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (content_id) where declined_at is null do nothing
                        returning id""")
                .params(
                        content.id(),
                        file.id(),
                        file.caseNumber(),
                        reason,
                        by.userId(),
                        by.displayName(),
                        JdbcEvidenceFiles.utc(at))
                .query(Long.class)
                .optional();
    }

    @Override
    public void confirm(long id, Account by, Instant at) {
        jdbc.sql("update evidence_seal set confirmed_by = ?, confirmed_by_name = ?, confirmed_at = ? where id = ?")
                .params(by.userId(), by.displayName(), JdbcEvidenceFiles.utc(at), id)
                .update();
    }

    @Override
    public void decline(long id, Account by, Instant at) {
        jdbc.sql("update evidence_seal set declined_by = ?, declined_by_name = ?, declined_at = ? where id = ?")
                .params(by.userId(), by.displayName(), JdbcEvidenceFiles.utc(at), id)
                .update();
    }
}
