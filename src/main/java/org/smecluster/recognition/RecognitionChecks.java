package org.smecluster.recognition;

import java.util.Optional;
import org.smecluster.registry.CaseKind;
import org.smecluster.review.ReviewProcedure;
import org.smecluster.review.ReviewedCase;
import org.springframework.stereotype.Component;

/** An application as a case that is checked by experts and on site. */
@Component
class RecognitionChecks implements ReviewProcedure {

    private final Applications applications;

    RecognitionChecks(Applications applications) {
        this.applications = applications;
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
