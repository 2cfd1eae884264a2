package org.smecluster.monitoring.persistence;

import java.util.List;
import java.util.Optional;
import org.smecluster.calendar.Deadline;
import org.smecluster.persistence.Rows;
import org.smecluster.registry.YearlyReport;
import org.smecluster.registry.YearlyReports;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcYearlyReports implements YearlyReports {

    private static final String SELECT = "select *, cast(submitted_at at time zone '" + Deadline.ZONE
            + "' as date) as submitted_on from annual_report ";

    private final JdbcClient jdbc;

    JdbcYearlyReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<YearlyReport> ofYear(int year) {
        return jdbc.sql(SELECT + "where year = :year order by cluster_number")
                .param("year", year)
                .query(Rows.of(YearlyReport.class))
                .list();
    }

    @Override
    public List<YearlyReport> ofCluster(String clusterNumber) {
        return jdbc.sql(SELECT + "where cluster_number = :clusterNumber order by year")
                .param("clusterNumber", clusterNumber)
                .query(Rows.of(YearlyReport.class))
                .list();
    }

    @Override
    public Optional<YearlyReport> find(int year, String clusterNumber) {
        return jdbc.sql(SELECT + "where year = :year and cluster_number = :clusterNumber")
                .param("year", year)
                .param("clusterNumber", clusterNumber)
                .query(Rows.of(YearlyReport.class))
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
}
