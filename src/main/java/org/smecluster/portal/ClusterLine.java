package org.smecluster.portal;

import java.time.LocalDate;
import java.util.List;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterState;

/** A cluster in a list. */
record ClusterLine(
        String clusterNumber,
        String name,
        String leadingIndustry,
        String county,
        String city,
        LocalDate recognisedOn,
        LocalDate termEndsOn,
        String documentNumber,
        ClusterState state) {

    static List<ClusterLine> of(List<ClusterRecord> clusters, Regions regions) {
        return clusters.stream().map(cluster -> of(cluster, regions)).toList();
    }

    static ClusterLine of(ClusterRecord cluster, Regions regions) {
        return new ClusterLine(
                cluster.clusterNumber(),
                cluster.name(),
                cluster.leadingIndustry(),
                regions.name(cluster.countyCode()),
                regions.name(cluster.cityCode()),
                cluster.recognisedOn(),
                cluster.termEndsOn(),
                cluster.documentNumber(),
                cluster.state());
    }

    /** Class of the state's badge. */
    public String style() {
        return style(state);
    }

    static String style(ClusterState state) {
        return switch (state) {
            case RECOGNISED, UNDER_REVIEW -> "badge-good";
            case REVOKED -> "badge-bad";
            case LAPSED, LEFT_POOL -> "badge-over";
            case CULTIVATED, AWAITING_REVIEW -> "";
        };
    }
}
