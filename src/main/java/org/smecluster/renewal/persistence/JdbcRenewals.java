package org.smecluster.renewal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.smecluster.law.Refusal;
import org.smecluster.persistence.Rows;
import org.smecluster.renewal.Renewal;
import org.smecluster.renewal.RenewalState;
import org.smecluster.renewal.Renewals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRenewals implements Renewals {

    /** A review from before there were rounds may be submitted until the end of its term. */
    private static final String SELECT = """
            select case_number, state, application_year, term_ends_on, submitted_on, round_number,
                   coalesce(submit_by, term_ends_on) as submit_by
            from renewal
            """;

    private final JdbcClient jdbc;

    JdbcRenewals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(Renewal renewal) {
        jdbc.sql("""
                        insert into renewal (case_number, state, application_year, term_ends_on, round_number, submit_by)
                        values (:caseNumber, :state, :applicationYear, :termEndsOn, :roundNumber, :submitBy)
                        """)
                .param("caseNumber", renewal.caseNumber())
                .param("state", renewal.state().name())
                .param("applicationYear", renewal.applicationYear())
                .param("termEndsOn", renewal.termEndsOn())
                .param("roundNumber", renewal.roundNumber())
                .param("submitBy", renewal.submitBy())
                .update();
    }

    @Override
    public Optional<Renewal> find(String caseNumber) {
        return jdbc.sql(SELECT + "where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(Rows.of(Renewal.class))
                .optional();
    }

    @Override
    public Renewal lock(String caseNumber) {
        return jdbc.sql(SELECT + "where case_number = :caseNumber for update")
                .param("caseNumber", caseNumber)
                .query(Rows.of(Renewal.class))
                .optional()
                .orElseThrow(() -> new Refusal("没有案号为" + caseNumber + "的复核案件"));
    }

    @Override
    public void enter(String caseNumber, RenewalState state) {
        jdbc.sql("update renewal set state = :state where case_number = :caseNumber")
                .param("state", state.name())
                .param("caseNumber", caseNumber)
                .update();
    }

    @Override
    public void submittedOn(String caseNumber, LocalDate on) {
        jdbc.sql("update renewal set submitted_on = :on where case_number = :caseNumber and submitted_on is null")
                .param("on", on)
                .param("caseNumber", caseNumber)
                .update();
    }

    @Override
    public boolean notPassed(String clusterNumber, LocalDate termEndsOn) {
        return jdbc.sql("""
                        select exists (select 1 from renewal r join case_record c on c.case_number = r.case_number
                                        where c.cluster_number = :clusterNumber and r.term_ends_on = :termEndsOn
                                          and c.outcome = 'NOT_PASSED')
                        """)
                .param("clusterNumber", clusterNumber)
                .param("termEndsOn", termEndsOn)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<String> casesOf(String applicantGroup, String clusterName) {
        return jdbc.sql("""
                        select r.case_number from renewal r join case_record c on c.case_number = r.case_number
                         where c.applicant_group = :applicantGroup and c.cluster_name = :clusterName
                        """)
                .param("applicantGroup", applicantGroup)
                .param("clusterName", clusterName)
                .query(String.class)
                .list();
    }
}
