package org.smecluster.recognition;

import java.util.Optional;
import org.smecluster.clause.ClauseReview;
import org.smecluster.filing.Submissions;
import org.smecluster.registry.CaseKind;
import org.smecluster.review.ReviewProcedure;
import org.smecluster.review.ReviewedCase;
import org.springframework.stereotype.Component;

/** An application as a case that is checked by experts and on site. */
@Component
class RecognitionChecks implements ReviewProcedure {

    private final Applications applications;
    private final Submissions submissions;
    private final ClauseReview clauses;
    private final Batches batches;

    RecognitionChecks(Applications applications, Submissions submissions, ClauseReview clauses, Batches batches) {
        this.applications = applications;
        this.submissions = submissions;
        this.clauses = clauses;
        this.batches = batches;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.RD;
    }

    @Override
    public Optional<ReviewedCase> find(String caseNumber) {
        return applications.byCaseNumber(caseNumber).map(RecognitionChecks::reviewed);
    }

    @Override
    public ReviewedCase lock(String caseNumber) {
        return reviewed(applications.lock(caseNumber));
    }

    @Override
    public void requireJudged(String caseNumber, String expertId) {
        clauses.requireJudgedByExpert(submissions.latest(caseNumber).orElseThrow(), expertId);
    }

    @Override
    public String criteria(String caseNumber) {
        return applications
                .byCaseNumber(caseNumber)
                .flatMap(application -> batches.find(application.batchId()))
                .map(Batch::batchNumber)
                .orElseThrow();
    }

    private static ReviewedCase reviewed(Application application) {
        return new ReviewedCase(
                application.caseNumber(),
                application.applicantCode(),
                application.involvedCounties(),
                application.submittedOn(),
                application.state().label(),
                application.state() == ApplicationState.RECOMMENDED,
                application.state().closed());
    }
}
