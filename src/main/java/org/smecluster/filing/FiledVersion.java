package org.smecluster.filing;

import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Declarations;
import org.smecluster.assessment.Stage;

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

    public record StageAssessment(Stage stage, Assessment assessment) {}
}
