package org.smecluster.recognition.process;

import java.time.LocalDate;
import java.util.List;
import org.smecluster.engine.FormRecord;
import org.smecluster.engine.FormRecords;
import org.smecluster.engine.Required;
import org.smecluster.review.Conclusion;
import org.springframework.stereotype.Component;

/** What the forms of {@code clusterRecognition} and {@code recognitionBatch} hand over, in the order of the models. */
@Component
final class RecognitionForms implements FormRecords {

    @FormRecord("startRecognition")
    record StartRecognition(
            String poolClusterNumber,
            @Required(whenShown = true) String clusterName,
            @Required(whenShown = true) String leadingIndustry,
            @Required Boolean crossCounty,
            @Required(whenShown = true) List<String> involvedCounties,
            String countyOutputs,
            String adjacencyExplanation,
            boolean designatedByCity,
            @Required(whenShown = true) String designationDocument) {}

    @FormRecord("decideAcceptance")
    record DecideAcceptance(
            @Required Conclusion acceptance,
            @Required String opinion,
            @Required(whenShown = true) Integer correctionWorkingDays) {}

    @FormRecord("verifyOnSite")
    record VerifyOnSite(@Required String summary) {}

    @FormRecord("reviewPreliminarily")
    record ReviewPreliminarily(
            @Required Conclusion conclusion, @Required String opinion, String softMissJudgement) {}

    @FormRecord("decideRecommendation")
    record DecideRecommendation(
            @Required Conclusion recommendation,
            @Required String opinion,
            @Required(whenShown = true) String documentNumber,
            @Required(whenShown = true) LocalDate documentDate) {}

    @FormRecord("concludeReReview")
    record ConcludeReReview(
            @Required Conclusion conclusion, @Required String opinion, String softMissJudgement) {}

    @FormRecord("openBatch")
    record OpenBatch(
            @Required Integer year,
            @Required String noticeNumber,
            @Required LocalDate windowStart,
            @Required LocalDate windowEnd,
            @Required LocalDate recommendationDeadline,
            @Required Integer publicityDays,
            boolean publicationDayCounts,
            Integer quota,
            boolean siteVerification,
            boolean clauses,
            boolean onePerSubSector,
            String cityQuotas) {}

    @FormRecord("compareApplications")
    record CompareApplications(
            @Required String comparisonSummary,
            boolean closeOutstanding,
            @Required(whenShown = true) String closeReason) {}

    @FormRecord("selectClusters")
    record SelectClusters(
            @Required String selectionNote,
            LocalDate noticeDay,
            String noticeTime,
            @Required boolean selectionConfirmed) {}

    @FormRecord("publishList")
    record PublishList(
            @Required String documentNumber,
            @Required LocalDate documentDate,
            @Required boolean objectionsEntered,
            @Required boolean publicationConfirmed) {}
}
