package org.smecluster.review.process;

import java.time.LocalDate;
import java.util.List;
import org.smecluster.engine.FormRecord;
import org.smecluster.engine.FormRecords;
import org.smecluster.engine.Required;
import org.smecluster.review.Conclusion;
import org.springframework.stereotype.Component;

/** What the forms of {@code reviewChecks} hand over. */
@Component
final class ReviewForms implements FormRecords {

    @FormRecord("planReReview")
    record PlanReReview(
            boolean expertReviewOrdered,
            @Required(whenShown = true) List<String> expertIds,
            boolean siteInspectionOrdered,
            @Required(whenShown = true) String siteInspectionReason) {}

    @FormRecord("giveExpertOpinion")
    record GiveExpertOpinion(
            boolean declined,
            @Required(whenShown = true) String declineReason,
            @Required(whenShown = true) Conclusion recommendation,
            @Required(whenShown = true) String opinion) {}

    enum Replacement {
        REPLACE,
        NONE
    }

    @FormRecord("replaceExpert")
    record ReplaceExpert(
            @Required Replacement replacement,
            @Required(whenShown = true) List<String> replacementIds) {}

    @FormRecord("inspectOnSite")
    record InspectOnSite(
            @Required LocalDate inspectedOn,
            @Required String participants,
            @Required String findings,
            @Required Conclusion conclusion) {}
}
