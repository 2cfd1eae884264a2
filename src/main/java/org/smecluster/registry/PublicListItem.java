package org.smecluster.registry;

import java.util.Objects;

/**
 * One cluster of a list to be made public.
 *
 * @param applicant name of the applicant unit
 * @param county name of the county-level unit; the city's where the cluster lies in no single county
 * @param outcome what publicity came to so far
 * @param ruling the reason of the ruling on an objection, null where there was none
 * @param settled whether the outcome stands for good: the list is published, or the case decided
 */
public record PublicListItem(
        String caseNumber,
        String clusterName,
        String leadingIndustry,
        String applicant,
        String county,
        String city,
        PublicityOutcome outcome,
        String ruling,
        boolean settled) {

    public PublicListItem {
        Objects.requireNonNull(caseNumber, "caseNumber");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** An entry of a list not yet made public. */
    public static PublicListItem of(
            String caseNumber,
            String clusterName,
            String leadingIndustry,
            String applicant,
            String county,
            String city) {
        return new PublicListItem(
                caseNumber,
                clusterName,
                leadingIndustry,
                applicant,
                county,
                city,
                PublicityOutcome.PENDING,
                null,
                false);
    }
}
