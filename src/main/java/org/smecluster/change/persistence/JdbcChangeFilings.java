package org.smecluster.change.persistence;

import java.time.LocalDate;
import org.smecluster.change.ChangeFilings;
import org.smecluster.change.FiledChange;
import org.smecluster.change.Significance;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChangeFilings implements ChangeFilings {

    private final JdbcClient jdbc;

    JdbcChangeFilings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(String caseNumber, FiledChange change, boolean discovered) {
        jdbc.sql("""
                        insert into change_filing (case_number, kind, affects_conditions, changed_on, new_value,
                                                   discovered)
                        values (:caseNumber, :kind, :affectsConditions, :changedOn, :newValue, :discovered)
                        """)
                .param("caseNumber", caseNumber)
                .param("kind", change.kind().name())
                .param("affectsConditions", change.affectsConditions())
                .param("changedOn", change.changedOn())
                .param("newValue", change.newValue())
                .param("discovered", discovered)
                .update();
    }

    @Override
    public Filing get(String caseNumber) {
        return jdbc.sql("select * from change_filing where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(Rows.of(Filing.class))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no change is filed under " + caseNumber));
    }

    @Override
    public void value(String caseNumber, String newValue) {
        jdbc.sql("update change_filing set new_value = :newValue where case_number = :caseNumber")
                .param("newValue", newValue)
                .param("caseNumber", caseNumber)
                .update();
    }

    @Override
    public void significance(String caseNumber, Significance significance, LocalDate lastDay) {
        jdbc.sql("""
                        update change_filing set significance = :significance, last_day = :lastDay
                        where case_number = :caseNumber
                        """)
                .param("significance", significance.name())
                .param("lastDay", lastDay)
                .param("caseNumber", caseNumber)
                .update();
    }

    @Override
    public void submitted(String caseNumber, LocalDate on, LocalDate lastDay) {
        jdbc.sql("""
                        update change_filing set submitted_on = :on, last_day = :lastDay
                        where case_number = :caseNumber and submitted_on is null
                        """)
                .param("on", on)
                .param("lastDay", lastDay)
                .param("caseNumber", caseNumber)
                .update();
    }
}
