package org.smecluster.monitoring.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.smecluster.monitoring.MonitoringYear;
import org.smecluster.monitoring.MonitoringYears;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMonitoringYears implements MonitoringYears {

    private final JdbcClient jdbc;

    JdbcMonitoringYears(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MonitoringYear> all() {
        return jdbc.sql("select * from monitoring_year order by year desc")
                .query(Rows.of(MonitoringYear.class))
                .list();
    }

    @Override
    public Optional<MonitoringYear> find(int year) {
        return jdbc.sql("select * from monitoring_year where year = :year")
                .param("year", year)
                .query(Rows.of(MonitoringYear.class))
                .optional();
    }

    @Override
    public Optional<MonitoringYear> byCaseNumber(String caseNumber) {
        return jdbc.sql("select * from monitoring_year where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(Rows.of(MonitoringYear.class))
                .optional();
    }

    @Override
    public boolean insert(int year, String caseNumber, LocalDate lastDay) {
        return jdbc.sql("""
                        insert into monitoring_year (year, case_number, last_day) values (:year, :caseNumber, :lastDay)
                        on conflict (year) do nothing
                        """)
                        .param("year", year)
                        .param("caseNumber", caseNumber)
                        .param("lastDay", lastDay)
                        .update()
                == 1;
    }

    @Override
    public void nameUnitDay(int year, LocalDate day) {
        jdbc.sql("update monitoring_year set unit_day = coalesce(unit_day, :day) where year = :year")
                .param("year", year)
                .param("day", day)
                .update();
    }

    @Override
    public void conclude(int year, Instant at) {
        jdbc.sql("update monitoring_year set concluded_at = coalesce(concluded_at, :at) where year = :year")
                .param("year", year)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<CityReport> cityReports(int year) {
        return jdbc.sql("select * from city_report where year = :year order by city_group")
                .param("year", year)
                .query(Rows.of(CityReport.class))
                .list();
    }

    @Override
    public void expect(int year, String cityGroup) {
        jdbc.sql("insert into city_report (year, city_group) values (:year, :cityGroup) on conflict do nothing")
                .param("year", year)
                .param("cityGroup", cityGroup)
                .update();
    }

    @Override
    public void reported(int year, String cityGroup, Instant at) {
        jdbc.sql("""
                        update city_report set reported_at = coalesce(reported_at, :at)
                        where year = :year and city_group = :cityGroup
                        """)
                .param("year", year)
                .param("cityGroup", cityGroup)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
