package org.smecluster.filing;

import java.util.List;
import org.smecluster.assessment.Stage;

/** Enterprises and patents that stand in the data of two clusters, as found and as they are now. */
public interface Overlaps {

    /**
     * Holds a version against the recognised clusters and the applications under way, those of its batch where its case is
     * of one, as far as they are submitted, and keeps what is found with the stage of its assessment, of which nothing is
     * kept yet.
     */
    void record(long submissionId, Stage stage);

    /** As {@link #record}, in the place of what was there. */
    void recordAnew(long submissionId, Stage stage);

    /** As recorded; enterprises before patents, by code. */
    List<Overlap> of(long submissionId, Stage stage);

    /**
     * As things stand now among the applications of a batch, and between them and the recognised clusters; enterprises
     * before patents, those in most clusters first.
     *
     * @param most how many are read at most, of either kind
     */
    List<Overlap> ofBatch(long batchId, int most);
}
