package org.smecluster.recognition;

import java.util.List;

/** The stored decisions. */
public interface SelectionDecisions {

    /** By case number. */
    List<SelectionDecision> ofBatch(long batchId);

    /** In the place of an earlier one. */
    void put(long batchId, String caseNumber, boolean selected, String reason, String decidedBy);
}
