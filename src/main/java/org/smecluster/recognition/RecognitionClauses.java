package org.smecluster.recognition;

import java.util.Optional;
import org.smecluster.clause.ClauseProcedure;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.CaseKind;
import org.smecluster.review.Checks;
import org.springframework.stereotype.Component;

/** An application as a case that is judged clause by clause, where its batch asks for it. */
@Component
@LegalBasis(article = 11)
class RecognitionClauses implements ClauseProcedure {

    private final Applications applications;
    private final Batches batches;
    private final Checks checks;

    RecognitionClauses(Applications applications, Batches batches, Checks checks) {
        this.applications = applications;
        this.batches = batches;
        this.checks = checks;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.RD;
    }

    @Override
    public Optional<Integer> asked(String caseNumber) {
        return batches.ofCase(caseNumber).filter(Batch::clauses).map(Batch::year);
    }

    @Override
    public boolean expertJudges(String caseNumber, String userId) {
        return applications
                        .byCaseNumber(caseNumber)
                        .filter(application -> application.state() == ApplicationState.RECOMMENDED)
                        .isPresent()
                && checks.experts(caseNumber).stream()
                        .anyMatch(expert -> expert.expertId().equals(userId) && !expert.given());
    }
}
