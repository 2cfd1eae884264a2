package org.smecluster.renewal.process;

import java.time.LocalDate;
import org.smecluster.engine.FormRecord;
import org.smecluster.engine.FormRecords;
import org.smecluster.engine.Required;
import org.smecluster.renewal.RenewalVerdict;
import org.smecluster.review.Conclusion;
import org.springframework.stereotype.Component;

/** What the forms of {@code reviewRound} and {@code renewalReview} hand over, in the order of the models. */
@Component
final class RenewalForms implements FormRecords {

    @FormRecord("openReviewRound")
    record OpenReviewRound(
            @Required Boolean reviewHeld,
            @Required(whenShown = true) String noticeNumber,
            @Required(whenShown = true) LocalDate windowStart,
            @Required(whenShown = true) LocalDate windowEnd,
            @Required LocalDate termsFrom,
            @Required LocalDate termsTo,
            boolean singleApplications,
            String clusterNumbers,
            @Required(whenShown = true) String reason) {}

    @FormRecord("stateNoReview")
    record StateNoReview(
            @Required Boolean noReview,
            @Required(whenShown = true) String documentNumber,
            @Required(whenShown = true) LocalDate documentDate,
            @Required(whenShown = true) boolean noReviewConfirmed) {}

    @FormRecord("startRenewal")
    record StartRenewal(
            @Required String clusterNumber,
            @Required String reasons,
            @Required String summary,
            @Required String contact) {}

    @FormRecord("giveCityOpinion")
    record GiveCityOpinion(
            @Required Conclusion cityOpinion,
            @Required String opinion,
            String softMissJudgement,
            @Required(whenShown = true) String documentNumber,
            @Required(whenShown = true) LocalDate documentDate,
            @Required(whenShown = true) Integer correctionWorkingDays) {}

    @FormRecord("concludeReview")
    record ConcludeReview(
            @Required Conclusion conclusion,
            @Required String opinion,
            String softMissJudgement,
            @Required(whenShown = true) Boolean noticeWanted,
            @Required Boolean falseDeclarationFound,
            @Required(whenShown = true) String falseDeclarationEvidence) {}

    @FormRecord("decideRenewal")
    record DecideRenewal(
            @Required RenewalVerdict renewalDecision,
            @Required String reason,
            @Required(whenShown = true) String documentNumber,
            @Required(whenShown = true) LocalDate documentDate,
            @Required(whenShown = true) Integer publicityDays,
            @Required(whenShown = true) boolean objectionsEntered,
            @Required(whenShown = true) boolean renewalConfirmed) {}
}
