package org.smecluster.registry;

/**
 * How many clusters there are of one place, industry and state.
 *
 * @param cityCode 4 digits, {@code countyCode} 6, as in {@link ClusterRecord}
 * @param clusters at least 1
 */
public record ClusterTally(
        String cityCode, String countyCode, String leadingIndustry, ClusterState state, int clusters) {}
