package org.smecluster.registry;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A cluster that has been recognised and enters the registry; see {@link ClusterRecord} for the parts.
 *
 * @param publishedOn day of the publication of the list, on which the term begins
 */
public record Recognition(
        String caseNumber,
        String name,
        String leadingIndustry,
        String countyCode,
        String cityCode,
        String applicantGroup,
        LocalDate publishedOn,
        String documentNumber) {

    public Recognition {
        Objects.requireNonNull(caseNumber, "caseNumber");
        Objects.requireNonNull(publishedOn, "publishedOn");
        Objects.requireNonNull(documentNumber, "documentNumber");
    }
}
