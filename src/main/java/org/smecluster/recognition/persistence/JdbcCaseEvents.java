package org.smecluster.recognition.persistence;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.smecluster.recognition.CaseEvents;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCaseEvents implements CaseEvents {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCaseEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(String caseNumber, String key, String text, Account by) {
        jdbc.sql("""
                        insert into case_event (case_number, key, text, user_id, user_name, happened_at)
                        values (:caseNumber, :key, :text, :userId, :userName, :now)
                        """)
                .param("caseNumber", caseNumber)
                .param("key", key)
                .param("text", text)
                .param("userId", by == null ? null : by.userId())
                .param("userName", by == null ? "系统" : by.displayName())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<CaseEvent> of(String caseNumber) {
        return jdbc.sql("select * from case_event where case_number = :caseNumber order by id")
                .param("caseNumber", caseNumber)
                .query((row, i) -> new CaseEvent(
                        row.getString("key"),
                        row.getString("text"),
                        row.getString("user_name"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
