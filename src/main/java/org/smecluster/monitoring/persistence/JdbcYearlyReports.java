package org.smecluster.monitoring.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.smecluster.calendar.Deadline;
import org.smecluster.law.Outcome;
import org.smecluster.registry.YearlyReport;
import org.smecluster.registry.YearlyReports;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcYearlyReports implements YearlyReports {

    private final JdbcClient jdbc;

    JdbcYearlyReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<YearlyReport> ofYear(int year) {
        return jdbc.sql("select * from annual_report where year = :year order by cluster_number")
                .param("year", year)
                .query(JdbcYearlyReports::report)
                .list();
    }

    @Override
    public List<YearlyReport> ofCluster(String clusterNumber) {
        return jdbc.sql("select * from annual_report where cluster_number = :clusterNumber order by year")
                .param("clusterNumber", clusterNumber)
                .query(JdbcYearlyReports::report)
                .list();
    }

    @Override
    public Optional<YearlyReport> find(int year, String clusterNumber) {
        return jdbc.sql("select * from annual_report where year = :year and cluster_number = :clusterNumber")
                .param("year", year)
                .param("clusterNumber", clusterNumber)
                .query(JdbcYearlyReports::report)
                .optional();
    }

    @Override
    public boolean concluded(int year) {
        return jdbc.sql("select 1 from monitoring_year where year = :year and concluded_at is not null")
                .param("year", year)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    static YearlyReport report(ResultSet row, int i) throws SQLException {
        OffsetDateTime submittedAt = row.getObject("submitted_at", OffsetDateTime.class);
        String outcome = row.getString("outcome");
        return new YearlyReport(
                row.getInt("year"),
                row.getString("cluster_number"),
                row.getString("case_number"),
                YearlyReport.State.valueOf(row.getString("state")),
                row.getObject("submission_id", Long.class),
                submittedAt == null
                        ? null
                        : submittedAt.atZoneSameInstant(Deadline.ZONE).toLocalDate(),
                row.getBoolean("late"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getObject("vetoed", Boolean.class),
                row.getBoolean("warned"));
    }
}
