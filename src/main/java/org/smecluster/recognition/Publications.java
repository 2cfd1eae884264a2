package org.smecluster.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The stored lists of recognised clusters. */
public interface Publications {

    /** @return id */
    long draw(long batchId, List<String> caseNumbers);

    /**
     * Takes the case off the list that it stands on and that is not published.
     *
     * @return id of that list where nothing is left on it
     */
    Optional<Long> takeOff(long batchId, String caseNumber);

    /** By id. */
    List<Publication> ofBatch(long batchId);

    /** @throws IllegalArgumentException where there is none */
    Publication get(long id);

    void publish(long id, String documentNumber, LocalDate documentDate, String publishedBy);
}
