package org.smecluster.review;

import java.time.LocalDate;
import java.util.List;

/**
 * What the checks need to know of a case.
 *
 * @param applicantCode code of the county or park in the regional tree
 * @param involvedCounties codes of the county-level units the cluster lies in besides the applicant's own
 * @param submittedOn day of the first submission; no inspection lies before it
 * @param standing where the case stands, as a clerk says it
 * @param inReview whether the case is at the checks
 * @param closed whether nothing more happens in the case
 */
public record ReviewedCase(
        String caseNumber,
        String applicantCode,
        List<String> involvedCounties,
        LocalDate submittedOn,
        String standing,
        boolean inReview,
        boolean closed) {

    public ReviewedCase {
        involvedCounties = List.copyOf(involvedCounties);
    }
}
