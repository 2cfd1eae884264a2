package org.smecluster.recognition;

import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.IncidentFinding;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;
import org.smecluster.review.Conclusion;

/**
 * The applications of a batch side by side.
 *
 * @param concluded whose re-review is concluded, by case number
 * @param outstanding that are still on their way
 */
public record BatchComparison(List<Row> concluded, List<Outstanding> outstanding) {

    public BatchComparison {
        concluded = List.copyOf(concluded);
        outstanding = List.copyOf(outstanding);
    }

    /**
     * An application whose re-review is concluded.
     *
     * @param county name of the county-level unit, or the city's where the cluster lies in no single county
     * @param overall of the latest assessment for the re-review
     * @param softMisses what the text asks as 一般 or 原则上 and the cluster misses
     * @param keyIndicators the measured requirements, ready to read
     * @param conclusion of the re-review
     * @param opinion of the re-review
     * @param decision as drafted; empty before
     * @param incidents of 第十条, of the latest assessment for the re-review
     * @param obstacle what stands in the way of selecting or publishing it; null where nothing does
     * @param open whether a leader may decide on it, at the selection or since
     */
    public record Row(
            String caseNumber,
            String clusterName,
            String leadingIndustry,
            String applicant,
            String county,
            String city,
            Outcome overall,
            List<Finding> softMisses,
            List<Finding> keyIndicators,
            Conclusion conclusion,
            String opinion,
            Optional<SelectionDecision> decision,
            List<IncidentFinding> incidents,
            String obstacle,
            boolean open) {}

    /** @param where how far it is, as a clerk says it */
    public record Outstanding(String caseNumber, String clusterName, String applicant, String city, String where) {}
}
