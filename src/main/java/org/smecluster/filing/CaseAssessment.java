package org.smecluster.filing;

import java.time.Clock;
import java.time.LocalDate;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.Stage;
import org.smecluster.assessment.Subject;
import org.smecluster.casework.Casework;
import org.smecluster.indicator.ClusterFigures;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.law.LegalBasis;
import org.smecluster.material.ClusterWorkbooks;
import org.springframework.stereotype.Component;

/** Assesses a version by its workbook, declarations and the incidents known of it, once for each stage. */
@Component
public class CaseAssessment {

    private final ClusterWorkbooks workbooks;
    private final Submissions submissions;
    private final KnownIncidents incidents;
    private final AssessmentService service;
    private final Assessments assessments;
    private final FilingProcedures procedures;
    private final Casework casework;
    private final Clock clock;

    CaseAssessment(
            ClusterWorkbooks workbooks,
            Submissions submissions,
            KnownIncidents incidents,
            AssessmentService service,
            Assessments assessments,
            FilingProcedures procedures,
            Casework casework,
            Clock clock) {
        this.workbooks = workbooks;
        this.submissions = submissions;
        this.incidents = incidents;
        this.service = service;
        this.assessments = assessments;
        this.procedures = procedures;
        this.casework = casework;
        this.clock = clock;
    }

    /**
     * Assesses and keeps the result of a stage that was not assessed yet.
     *
     * @param submittedOn day of the case's first submission; null before, and the day is today
     * @return what was assessed
     */
    public Subject assess(SubmissionVersion version, LocalDate submittedOn, Stage stage) {
        Subject subject = subject(version, submittedOn == null ? LocalDate.now(clock) : submittedOn);
        assessments.save(
                version.id(), stage, service.inCase(version.caseNumber()).assess(subject));
        procedures.of(version.caseNumber()).assessed(version, stage);
        return subject;
    }

    /** What there is to be assessed of a version, incidents known by now included. */
    public Subject subject(SubmissionVersion version, LocalDate asOf) {
        ClusterFigures figures = workbooks
                .figures(version.id())
                .orElseThrow(() -> new IllegalStateException("submission " + version.id() + " has no workbook"));
        return new Subject(
                ReportingYears.of(figures.years()),
                asOf,
                figures,
                submissions.declarations(version.id()),
                incidents.of(version, asOf));
    }

    /** One more assessment of a version under the city's review, beside the earlier. @return its stage */
    public Stage assessInReview(SubmissionVersion version, LocalDate submittedOn) {
        Stage stage = latest(version, Stage.Kind.REVIEW).next();
        assess(version, submittedOn, stage);
        return stage;
    }

    /** As {@link #assessInReview}, because of an incident that a reviewer entered; and says so in the case. */
    @LegalBasis(article = 10)
    public void assessAfterIncident(SubmissionVersion version, LocalDate submittedOn) {
        Stage stage = assessInReview(version, submittedOn);
        casework.step(
                version.caseNumber(),
                "assessed-" + version.round() + "-" + stage.key(),
                "重新评估",
                "审查中登记了第十条情形，系统重新评估（第十条、第十一条）",
                null);
    }

    /** What the city's review goes by: the latest made in it, else the one that the applicant submitted with. */
    public Assessment underReview(SubmissionVersion version) {
        Stage review = latest(version, Stage.Kind.REVIEW);
        return get(version, review.number() == 0 ? version.checkStage() : review);
    }

    /** Number 0 where there is none of that kind. */
    public Stage latest(SubmissionVersion version, Stage.Kind kind) {
        return Stage.of(kind, assessments.count(version.id(), kind));
    }

    public boolean exists(SubmissionVersion version, Stage stage) {
        return assessments.find(version.id(), stage).isPresent();
    }

    public Assessment get(SubmissionVersion version, Stage stage) {
        return assessments
                .find(version.id(), stage)
                .orElseThrow(() -> new IllegalStateException(
                        "submission " + version.id() + " has no assessment of stage " + stage.key()));
    }
}
