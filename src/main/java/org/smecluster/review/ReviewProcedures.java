package org.smecluster.review;

import java.util.Optional;
import org.smecluster.registry.CaseKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the procedure that a case belongs to by the kind in its number. */
@Component
class ReviewProcedures {

    /** Looked up late: procedures themselves make use of this package. */
    private final ObjectProvider<ReviewProcedure> procedures;

    ReviewProcedures(ObjectProvider<ReviewProcedure> procedures) {
        this.procedures = procedures;
    }

    /** @throws IllegalArgumentException where no procedure checks such cases */
    ReviewProcedure of(String caseNumber) {
        return CaseKind.of(caseNumber)
                .flatMap(kind -> procedures.stream()
                        .filter(procedure -> procedure.kind() == kind)
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("no checks are made in the case " + caseNumber));
    }

    Optional<ReviewedCase> find(String caseNumber) {
        return of(caseNumber).find(caseNumber);
    }
}
