package org.smecluster.registry;

import java.time.LocalDate;
import java.util.Objects;
import org.smecluster.law.LegalBasis;

/**
 * A cluster admitted to the cultivation pool; see {@link ClusterRecord} for the parts.
 *
 * @param clusterNumber of a cluster that the registry knows already, null for a new one
 */
@LegalBasis(article = 6)
public record PoolAdmission(
        String caseNumber,
        String clusterNumber,
        String name,
        String leadingIndustry,
        String countyCode,
        String cityCode,
        String applicantGroup,
        LocalDate admittedOn) {

    public PoolAdmission {
        Objects.requireNonNull(caseNumber, "caseNumber");
        Objects.requireNonNull(admittedOn, "admittedOn");
    }
}
