package org.smecluster.cultivation;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a unit asks to have admitted.
 *
 * @param clusterNumber of a cluster that the registry knows, null for a new one
 * @param latestOutput total output of the year before, 亿元
 * @param profile 2 to 2000 characters
 */
public record PoolApplication(
        String clusterName,
        String leadingIndustry,
        String clusterNumber,
        BigDecimal latestOutput,
        int enterpriseCount,
        String profile) {

    public PoolApplication {
        Objects.requireNonNull(clusterName, "clusterName");
        Objects.requireNonNull(leadingIndustry, "leadingIndustry");
        Objects.requireNonNull(latestOutput, "latestOutput");
        Objects.requireNonNull(profile, "profile");
    }
}
