package org.smecluster.casework.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.smecluster.policy.CaseBeginnings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCaseBeginnings implements CaseBeginnings {

    private final JdbcClient jdbc;

    JdbcCaseBeginnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Instant> of(String caseNumber) {
        return jdbc.sql("select opened_at from case_record where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
