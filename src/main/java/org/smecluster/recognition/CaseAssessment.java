package org.smecluster.recognition;

import java.time.Clock;
import java.time.LocalDate;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.Subject;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.ClusterWorkbooks;
import org.springframework.stereotype.Component;

/** Assesses a version by its workbook, declarations and incidents, once for each stage. */
@Component
class CaseAssessment {

    private final ClusterWorkbooks workbooks;
    private final Submissions submissions;
    private final AssessmentService service;
    private final Assessments assessments;
    private final Overlaps overlaps;
    private final Clock clock;

    CaseAssessment(
            ClusterWorkbooks workbooks,
            Submissions submissions,
            AssessmentService service,
            Assessments assessments,
            Overlaps overlaps,
            Clock clock) {
        this.workbooks = workbooks;
        this.submissions = submissions;
        this.service = service;
        this.assessments = assessments;
        this.overlaps = overlaps;
        this.clock = clock;
    }

    /** Before the first submission the day is today; from then on the day of that submission. */
    void assess(Application application, SubmissionVersion version, String stage) {
        ClusterWorkbook workbook = workbooks
                .find(version.id())
                .orElseThrow(() -> new IllegalStateException("submission " + version.id() + " has no workbook"));
        LocalDate asOf = application.submittedOn() == null ? LocalDate.now(clock) : application.submittedOn();
        Subject subject = new Subject(
                workbook.reportingYears(),
                asOf,
                workbook.figures(),
                submissions.declarations(version.id()),
                submissions.incidents(version.id()).stream()
                        .map(CaseIncident::incident)
                        .toList());
        assessments.save(version.id(), stage, service.assess(subject));
        overlaps.record(version.id(), stage);
    }

    /** One more assessment of a version under the city's review, beside the earlier. @return its stage */
    String assessInReview(Application application, SubmissionVersion version) {
        String stage = SubmissionVersion.reviewStage(reviews(version) + 1);
        assess(application, version, stage);
        return stage;
    }

    /** What the city's review goes by: the latest made in it, else the one that the applicant submitted with. */
    Assessment underReview(SubmissionVersion version) {
        int reviews = reviews(version);
        return get(version, reviews == 0 ? version.checkStage() : SubmissionVersion.reviewStage(reviews));
    }

    private int reviews(SubmissionVersion version) {
        int made = 0;
        while (exists(version, SubmissionVersion.reviewStage(made + 1))) {
            made++;
        }
        return made;
    }

    boolean exists(SubmissionVersion version, String stage) {
        return assessments.find(version.id(), stage).isPresent();
    }

    Assessment get(SubmissionVersion version, String stage) {
        return assessments
                .find(version.id(), stage)
                .orElseThrow(() -> new IllegalStateException(
                        "submission " + version.id() + " has no assessment of stage " + stage));
    }
}
