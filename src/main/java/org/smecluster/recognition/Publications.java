package org.smecluster.recognition;

import java.time.LocalDate;
import java.util.List;

/** The stored lists of recognised clusters. */
public interface Publications {

    /** @return id */
    long draw(long batchId, List<String> caseNumbers);

    /** By id. */
    List<Publication> ofBatch(long batchId);

    /** @throws IllegalArgumentException where there is none */
    Publication get(long id);

    void publish(long id, String documentNumber, LocalDate documentDate, String publishedBy);
}
