package org.smecluster.recognition;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The stored decisions. */
public interface SelectionDecisions {

    /** By case number. */
    List<SelectionDecision> ofBatch(long batchId);

    List<SelectionDecision> ofCases(long batchId, Collection<String> caseNumbers);

    Optional<SelectionDecision> find(long batchId, String caseNumber);

    /** In the place of an earlier one. */
    void put(long batchId, String caseNumber, boolean selected, String reason, int reReview, String decidedBy);
}
