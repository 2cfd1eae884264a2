package org.smecluster.registry;

import java.util.List;
import java.util.Optional;

/** The yearly reports of all clusters (第十六条), for procedures that go by them. */
public interface YearlyReports {

    /** By cluster number; empty where the year has not been opened. */
    List<YearlyReport> ofYear(int year);

    /** By year. */
    List<YearlyReport> ofCluster(String clusterNumber);

    Optional<YearlyReport> find(int year, String clusterNumber);

    /** Whether the region has concluded the year's monitoring. */
    boolean concluded(int year);
}
