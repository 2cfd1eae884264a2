package org.smecluster.recognition.persistence;

import java.time.OffsetDateTime;
import java.util.List;
import org.smecluster.calendar.Deadline;
import org.smecluster.material.PreviousData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What units submitted for recognition, in whatever batch and whatever became of it. */
@Repository
class PreviousApplications implements PreviousData {

    private final JdbcClient jdbc;

    PreviousApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Source> submitted(String applicantGroup, String clusterName) {
        return jdbc.sql("""
                        select s.id, a.case_number, s.submitted_at, f.application_year
                          from application a
                          join submission s on s.case_number = a.case_number and s.state = 'FROZEN'
                          join workbook_file f on f.submission_id = s.id
                         where a.applicant_group = :applicantGroup and a.cluster_name = :clusterName
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
