package org.smecluster.renewal.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.smecluster.calendar.Deadline;
import org.smecluster.material.PreviousData;
import org.smecluster.renewal.Renewal;
import org.smecluster.renewal.RenewalState;
import org.smecluster.renewal.Renewals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRenewals implements Renewals, PreviousData {

    private final JdbcClient jdbc;

    JdbcRenewals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(String caseNumber, int applicationYear, LocalDate termEndsOn) {
        jdbc.sql("""
                        insert into renewal (case_number, state, application_year, term_ends_on)
                        values (:caseNumber, :state, :applicationYear, :termEndsOn)
                        """)
                .param("caseNumber", caseNumber)
                .param("state", RenewalState.FILING.name())
                .param("applicationYear", applicationYear)
                .param("termEndsOn", termEndsOn)
                .update();
    }

    @Override
    public Optional<Renewal> find(String caseNumber) {
        return jdbc.sql("select * from renewal where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(JdbcRenewals::renewal)
                .optional();
    }

    @Override
    public Optional<Renewal> lock(String caseNumber) {
        return jdbc.sql("select * from renewal where case_number = :caseNumber for update")
                .param("caseNumber", caseNumber)
                .query(JdbcRenewals::renewal)
                .optional();
    }

    private static Renewal renewal(ResultSet row, int i) throws SQLException {
        return new Renewal(
                row.getString("case_number"),
                RenewalState.valueOf(row.getString("state")),
                row.getInt("application_year"),
                row.getObject("term_ends_on", LocalDate.class),
                row.getObject("submitted_on", LocalDate.class));
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

    /** What units submitted for reviews, whatever became of them. */
    @Override
    public List<Source> submitted(String applicantGroup, String clusterName) {
        return jdbc.sql("""
                        select s.id, s.case_number, s.submitted_at, f.application_year
                          from case_record c
                          join renewal r on r.case_number = c.case_number
                          join submission s on s.case_number = c.case_number and s.state = 'FROZEN'
                          join workbook_file f on f.submission_id = s.id
                         where c.applicant_group = :applicantGroup and c.cluster_name = :clusterName
                         order by s.id
                        """)
                .param("applicantGroup", applicantGroup)
                .param("clusterName", clusterName)
                .query((row, i) -> new Source(
                        row.getLong("id"),
                        row.getString("case_number"),
                        row.getObject("submitted_at", OffsetDateTime.class)
                                .atZoneSameInstant(Deadline.ZONE)
                                .toLocalDate(),
                        row.getInt("application_year")))
                .list();
    }
}
