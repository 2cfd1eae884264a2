package org.smecluster.recognition;

import java.time.LocalDate;
import java.util.List;

/** The stored lists of recognised clusters. */
public interface Publications {

    /** @return id */
    long draw(long batchId, List<String> caseNumbers);

    /**
     * Takes the case off the list that it stands on and that is not published.
     *
     * @return whether nothing is left on that list
     */
    boolean takeOff(long batchId, String caseNumber);

    /** By id. */
    List<Publication> ofBatch(long batchId);

    /** Of them, those that are published. */
    default List<Publication> published(long batchId) {
        return ofBatch(batchId).stream().filter(Publication::published).toList();
    }

    /** @throws IllegalArgumentException where there is none */
    Publication get(long id);

    void publish(long id, String documentNumber, LocalDate documentDate, String publishedBy);
}
