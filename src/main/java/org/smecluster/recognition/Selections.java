package org.smecluster.recognition;

import java.time.Instant;
import java.util.List;

/** What a leader decided on the applications of a batch, one by one; drafts until the batch's selection is completed. */
public interface Selections {

    /** By case number. */
    List<Selection> ofBatch(long batchId);

    /** In the place of what was decided on the application before. */
    void put(long batchId, Selection selection);

    /**
     * @param reason null where it is selected and nothing is to be said
     * @param decidedBy user id
     */
    record Selection(String caseNumber, boolean selected, String reason, String decidedBy, Instant decidedAt) {}
}
