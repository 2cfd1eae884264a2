package org.smecluster.recognition;

import java.time.LocalDate;
import java.util.List;

/**
 * A list of recognised clusters.
 *
 * @param documentNumber null until it is published, as the date
 * @param documentDate day of publication
 * @param publishedBy user id, null until it is published
 * @param caseNumbers of the applications on it
 */
public record Publication(
        long id,
        long batchId,
        String documentNumber,
        LocalDate documentDate,
        String publishedBy,
        List<String> caseNumbers) {

    public Publication {
        caseNumbers = List.copyOf(caseNumbers);
    }

    public boolean published() {
        return documentNumber != null;
    }
}
