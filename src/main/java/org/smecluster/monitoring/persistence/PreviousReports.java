package org.smecluster.monitoring.persistence;

import java.time.OffsetDateTime;
import java.util.List;
import org.smecluster.calendar.Deadline;
import org.smecluster.material.PreviousData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was submitted of a cluster of the registry, with yearly reports and for its recognition. One that has got another
 * name is known by all its names; one that has gone over to another unit is that unit's with all its data.
 */
@Repository
class PreviousReports implements PreviousData {

    private final JdbcClient jdbc;

    PreviousReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Source> submitted(String applicantGroup, String clusterName) {
        return jdbc.sql("""
                        with own as (
                            select c.cluster_number, c.source_case
                              from cluster c
                             where c.applicant_group = :applicantGroup
                               and (c.name = :clusterName
                                    or exists (select 1 from annual_report r
                                                where r.cluster_number = c.cluster_number
                                                  and r.cluster_name = :clusterName))),
                        reported as (
                            select source_case as case_number from own
                            union
                            select r.case_number from annual_report r join own using (cluster_number)
                            union
                            select r.case_number from annual_report r
                             where r.applicant_group = :applicantGroup and r.cluster_name = :clusterName)
                        select s.id, s.case_number, s.submitted_at, f.application_year
                          from reported
                          join submission s on s.case_number = reported.case_number and s.state = 'FROZEN'
                          join workbook_file f on f.submission_id = s.id
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
