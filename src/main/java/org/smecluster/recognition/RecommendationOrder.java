package org.smecluster.recognition;

import java.time.Instant;
import java.util.List;

/**
 * A city's order of preference among the clusters that it recommends in a batch.
 *
 * @param revision how often it was confirmed
 * @param caseNumbers the first preferred most
 */
public record RecommendationOrder(int revision, List<String> caseNumbers, String confirmedByName, Instant confirmedAt) {

    public RecommendationOrder {
        caseNumbers = List.copyOf(caseNumbers);
    }
}
