package org.smecluster.recognition;

import java.util.List;

/** A batch's applications, as its comparison asks for them. */
public interface ComparedApplications {

    /**
     * @param found that a search finds
     * @param concluded whose re-review is concluded
     * @param decided of them, that a leader has decided on
     * @param selected of these
     * @param outstanding that are still on their way
     */
    record Counts(int found, int concluded, int decided, int selected, int outstanding) {}

    Counts count(long batchId, ComparisonSearch search);

    /** Whose re-review is concluded. @param from the first item's place, from 0 */
    List<Application> page(long batchId, ComparisonSearch search, int from, int size);

    /** That are still on their way, by case number. */
    List<Application> outstanding(long batchId, int from, int size);
}
