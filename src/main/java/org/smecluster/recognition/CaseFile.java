package org.smecluster.recognition;

import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Declarations;
import org.smecluster.filing.CaseIncident;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.review.ExpertOpinion;
import org.smecluster.review.SiteInspection;

/**
 * All that one person may read of a case.
 *
 * @param batch the batch it was made in
 * @param versions by round; the latest may still be open
 * @param opinions in the order in which they were given
 * @param expertOpinions those that the person may read; empty where none was asked for, or none may be read yet
 * @param expertsAsked how many experts were asked
 * @param expertsAnswered how many of them have answered
 * @param inspection empty where none was made, or the person may not read it
 */
public record CaseFile(
        Application application,
        Batch batch,
        String applicantName,
        List<Version> versions,
        List<Opinion> opinions,
        List<ExpertOpinion> expertOpinions,
        int expertsAsked,
        int expertsAnswered,
        Optional<SiteInspection> inspection,
        List<CaseEvents.CaseEvent> events) {

    public CaseFile {
        versions = List.copyOf(versions);
        opinions = List.copyOf(opinions);
        expertOpinions = List.copyOf(expertOpinions);
        events = List.copyOf(events);
    }

    public Version latest() {
        return versions.get(versions.size() - 1);
    }

    /**
     * One version with what was declared and found.
     *
     * @param incidents declared with it or entered by a reviewer
     * @param assessments in the order in which they were made
     */
    public record Version(
            SubmissionVersion submission,
            Declarations declarations,
            List<CaseIncident> incidents,
            List<StageAssessment> assessments) {

        /** The latest, as a reviewer reads it; empty before the first. */
        public Optional<Assessment> assessment() {
            return assessments.isEmpty()
                    ? Optional.empty()
                    : Optional.of(assessments.get(assessments.size() - 1).assessment());
        }
    }

    /**
     * @param stage {@code CHECK-<n>}, what the applicant saw, {@code REVIEW-<n>} of the city's review, or
     *     {@code REREVIEW-<n>}
     */
    public record StageAssessment(String stage, Assessment assessment) {

        /** The word a clerk sees. */
        public String label() {
            String number = stage.substring(stage.indexOf('-') + 1);
            String what = stage.startsWith("CHECK") ? "申报核对" : stage.startsWith("REVIEW") ? "审查评估" : "复审评估";
            return what + "第" + number + "次";
        }
    }
}
