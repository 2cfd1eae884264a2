package org.smecluster.recognition;

import java.time.Clock;
import org.smecluster.assessment.Stage;
import org.smecluster.clause.ClauseReview;
import org.smecluster.clause.Judge;
import org.smecluster.filing.CaseAssessment;
import org.smecluster.filing.Misses;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.law.LegalBasis;
import org.smecluster.review.Conclusion;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the autonomous region's department does with a recommended application: the assessment and the conclusion. */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class RegionalReview {

    private final Applications applications;
    private final Submissions submissions;
    private final Opinions opinions;
    private final CaseAssessment assessment;
    private final ClusterExtents extents;
    private final ClauseReview clauses;
    private final ApplicationCases cases;
    private final Clock clock;

    RegionalReview(
            Applications applications,
            Submissions submissions,
            Opinions opinions,
            CaseAssessment assessment,
            ClusterExtents extents,
            ClauseReview clauses,
            ApplicationCases cases,
            Clock clock) {
        this.applications = applications;
        this.submissions = submissions;
        this.opinions = opinions;
        this.assessment = assessment;
        this.extents = extents;
        this.clauses = clauses;
        this.cases = cases;
        this.clock = clock;
    }

    /** Assesses the frozen version with the tables as they stand; a repeated call changes nothing. */
    public void reReview(long applicationId) {
        Application application = applications.lock(applicationId);
        if (application.reReviews() == 0) {
            assessAgain(application);
        }
    }

    /** A reviewer entered an incident: the version under review is assessed once more, at the stage that it is in. */
    void incidentEntered(Application application) {
        if (application.reReviews() > 0) {
            assessAgain(application);
        } else if (application.state() != ApplicationState.RECOMMENDED) {
            assessment.assessAfterIncident(frozen(application), application.submittedOn());
        }
    }

    /** One more assessment beside the earlier, where what is known of 第十条 changed meanwhile. */
    void assessAgain(Application application) {
        Stage stage = application.reReviewStage().next();
        assessment.assess(frozen(application), application.submittedOn(), stage);
        applications.reReviewed(application.id(), stage.number());
        cases.step(application, "assessed-" + stage.key(), "复审评估", "系统按固定版本复审评估（第十条、第十一条）", null);
    }

    /**
     * @param conclusion PASS or FAIL
     * @param softMissJudgement on each soft requirement missed; null where none was
     */
    @LegalBasis(article = 11)
    public void conclude(long applicationId, Conclusion conclusion, String text, String softMissJudgement, Account by) {
        Application application = applications.inState(applicationId, ApplicationState.RECOMMENDED);
        SubmissionVersion version = frozen(application);
        var found = assessment.get(version, application.reReviewStage());
        if (conclusion == Conclusion.PASS) {
            Misses.refuseIfHard(found, conclusion.label());
        }
        Misses.requireJudgement(found, extents.doubt(applicationId), softMissJudgement);
        clauses.requireJudged(version, Judge.REGION);
        clauses.requireAnswered(version, Judge.REGION);
        Opinion opinion = new Opinion(
                version.id(),
                OpinionStage.RE_REVIEW,
                conclusion,
                text,
                softMissJudgement,
                null,
                null,
                null,
                by.userId(),
                by.displayName(),
                clock.instant());
        opinions.give(applicationId, opinion);
        applications.concluded(applicationId);
        cases.enter(application, ApplicationState.RE_REVIEWED, null);
        cases.add(application, opinion, version.round(), by);
    }

    private SubmissionVersion frozen(Application application) {
        return submissions
                .latest(application.caseNumber())
                .filter(SubmissionVersion::frozen)
                .orElseThrow();
    }
}
