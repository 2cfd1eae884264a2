package org.smecluster.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The stored years. They change through {@link MonitoringService} only. */
public interface MonitoringYears {

    /** The latest first. */
    List<MonitoringYear> all();

    Optional<MonitoringYear> find(int year);

    Optional<MonitoringYear> byCaseNumber(String caseNumber);

    /** @return false where the year has one */
    boolean insert(int year, String caseNumber, LocalDate lastDay);

    /** The first day named stays. */
    void nameUnitDay(int year, LocalDate day);

    void conclude(int year, Instant at);

    /** By group. */
    List<CityReport> cityReports(int year);

    /** One that is there stays as it is. */
    void expect(int year, String cityGroup);

    /** The first report stays. */
    void reported(int year, String cityGroup, Instant at);

    /**
     * A city's report on its cultivation work.
     *
     * @param cityGroup e.g. {@code city-6402}
     * @param reportedAt null until it is handed in
     */
    record CityReport(String cityGroup, Instant reportedAt) {

        public boolean reported() {
            return reportedAt != null;
        }
    }
}
