package org.smecluster.filing;

import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Declarations;

/**
 * One version with what was declared and found.
 *
 * @param incidents declared with it or entered by a reviewer
 * @param assessments in the order in which they were made
 */
public record FiledVersion(
        SubmissionVersion submission,
        Declarations declarations,
        List<CaseIncident> incidents,
        List<StageAssessment> assessments) {

    public FiledVersion {
        incidents = List.copyOf(incidents);
        assessments = List.copyOf(assessments);
    }

    /** The latest, as a reviewer reads it; empty before the first. */
    public Optional<Assessment> assessment() {
        return assessments.isEmpty()
                ? Optional.empty()
                : Optional.of(assessments.get(assessments.size() - 1).assessment());
    }

    /**
     * @param stage {@code CHECK-<n>}, what the applicant saw, {@code REVIEW-<n>} of the city's review, or
     *     {@code REREVIEW-<n>} of the region's, {@code ANNUAL-<n>} of its look at a yearly report
     */
    public record StageAssessment(String stage, Assessment assessment) {

        /** The word a clerk sees. */
        public String label() {
            String number = stage.substring(stage.indexOf('-') + 1);
            String what = stage.startsWith("CHECK")
                    ? "申报核对"
                    : stage.startsWith("REVIEW") ? "审查评估" : stage.startsWith("ANNUAL") ? "年度评估" : "复审评估";
            return what + "第" + number + "次";
        }
    }
}
