package org.smecluster.clause;

import java.util.Optional;
import org.smecluster.registry.CaseKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the procedure of a case that may be judged clause by clause. */
@Component
class ClauseProcedures {

    /** Looked up late: procedures themselves make use of this package. */
    private final ObjectProvider<ClauseProcedure> procedures;

    ClauseProcedures(ObjectProvider<ClauseProcedure> procedures) {
        this.procedures = procedures;
    }

    /** Year of the application; empty where the case goes without. */
    Optional<Integer> asked(String caseNumber) {
        return of(caseNumber).flatMap(procedure -> procedure.asked(caseNumber));
    }

    boolean expertJudges(String caseNumber, String userId) {
        return of(caseNumber)
                .filter(procedure -> procedure.expertJudges(caseNumber, userId))
                .isPresent();
    }

    private Optional<ClauseProcedure> of(String caseNumber) {
        return CaseKind.of(caseNumber).flatMap(kind -> procedures.stream()
                .filter(procedure -> procedure.kind() == kind)
                .findFirst());
    }
}
