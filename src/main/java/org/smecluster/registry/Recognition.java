package org.smecluster.registry;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A cluster that has been recognised and enters the registry; see {@link ClusterRecord} for the parts.
 *
 * @param clusterNumber of a cluster that the registry knows from the pool or from a recognition before, else null
 * @param publishedOn day of the publication of the list, on which the term begins
 */
public record Recognition(
        String caseNumber,
        String clusterNumber,
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

    /** The recognition of a cluster that the registry does not know yet. */
    public Recognition(
            String caseNumber,
            String name,
            String leadingIndustry,
            String countyCode,
            String cityCode,
            String applicantGroup,
            LocalDate publishedOn,
            String documentNumber) {
        this(
                caseNumber,
                null,
                name,
                leadingIndustry,
                countyCode,
                cityCode,
                applicantGroup,
                publishedOn,
                documentNumber);
    }
}
