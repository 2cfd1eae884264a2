package org.smecluster.monitoring.persistence;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.smecluster.calendar.Deadline;
import org.smecluster.material.PreviousData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What units submitted with yearly reports; a cluster that has got another name is known by both. */
@Repository
class PreviousReports implements PreviousData {

    private final JdbcClient jdbc;

    PreviousReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Source> latest(String applicantGroup, String clusterName) {
        return jdbc.sql("""
                        select s.id, r.case_number, s.submitted_at
                          from annual_report r
                          join cluster c on c.cluster_number = r.cluster_number
                          join submission s on s.case_number = r.case_number and s.state = 'FROZEN'
                          join workbook_file f on f.submission_id = s.id
                         where r.applicant_group = :applicantGroup
                           and (r.cluster_name = :clusterName or c.name = :clusterName)
                         order by s.submitted_at desc, s.id desc limit 1
                        """)
                .param("applicantGroup", applicantGroup)
                .param("clusterName", clusterName)
                .query((row, i) -> new Source(
                        row.getLong("id"),
                        row.getString("case_number"),
                        row.getObject("submitted_at", OffsetDateTime.class)
                                .atZoneSameInstant(Deadline.ZONE)
                                .toLocalDate()))
                .optional();
    }
}
