package org.smecluster.recognition;

import java.util.List;

/** How far the applications of a batch have come (第十二条). */
public interface BatchFunnel {

    /** @param furthest the last step that it has reached; whether it goes on, its state says */
    record Place(String caseNumber, FunnelStep furthest, ApplicationState state) {}

    /** By case number. */
    List<Place> ofBatch(long batchId);
}
