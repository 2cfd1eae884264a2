package org.smecluster.recognition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.smecluster.assessment.Stage;

/**
 * One application for recognition.
 *
 * @param caseNumber e.g. {@code NXJQ-2026-RD-00001}
 * @param applicantCode code of the county or park in the regional tree
 * @param applicantGroup of its case, as {@code cityGroup} and {@code clusterName}
 * @param involvedCounties codes of the county-level units the cluster lies in besides the applicant's own; empty where
 *     it crosses no border
 * @param largestOutputShare whether no county has a larger share of the output than the applicant's; null where not asked. Calculated; in
 *     applications from before {@link Extent}s, declared
 * @param eligible what the table said of 第十二条(一); null before
 * @param stateReason why a closed application was closed; null where nothing is to be said
 * @param submittedOn day of the first submission, the application's date; null before
 * @param reReviews how often it was assessed for the re-review; the latest is {@link #reReviewStage}
 * @param concludedReReview the one that the conclusion rests on; null before
 * @param poolCluster number of the cluster of the cultivation pool that applies; null for one that the registry does not
 *     know
 */
public record Application(
        long id,
        String caseNumber,
        long batchId,
        int batchYear,
        String applicantCode,
        String applicantGroup,
        String cityGroup,
        ApplicantType applicantType,
        String clusterName,
        String leadingIndustry,
        boolean crossCounty,
        List<String> involvedCounties,
        Boolean largestOutputShare,
        boolean designatedByCity,
        String designationDocument,
        Boolean eligible,
        String eligibilityReason,
        ApplicationState state,
        String stateReason,
        Instant stateSince,
        LocalDate submittedOn,
        int reReviews,
        Integer concludedReReview,
        String poolCluster) {

    public Application {
        involvedCounties = List.copyOf(involvedCounties);
    }

    /** Stage of the latest assessment for the re-review, on the frozen submission. */
    public Stage reReviewStage() {
        return Stage.of(Stage.Kind.REREVIEW, reReviews);
    }
}
