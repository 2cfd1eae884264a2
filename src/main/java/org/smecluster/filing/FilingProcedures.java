package org.smecluster.filing;

import java.util.List;
import java.util.Optional;
import org.smecluster.registry.CaseKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the procedure that a case belongs to by the kind in its number. */
@Component
public class FilingProcedures {

    /** Looked up late: procedures themselves make use of this package. */
    private final ObjectProvider<FilingProcedure> procedures;

    FilingProcedures(ObjectProvider<FilingProcedure> procedures) {
        this.procedures = procedures;
    }

    /** @throws IllegalArgumentException where no procedure files data for such cases */
    public FilingProcedure of(String caseNumber) {
        return find(caseNumber)
                .orElseThrow(() -> new IllegalArgumentException("no data are filed for the case " + caseNumber));
    }

    /** As {@link FilingProcedure#casesOf}, of every kind. */
    List<String> casesOf(String applicantGroup, String clusterName) {
        return procedures.stream()
                .flatMap(procedure -> procedure.casesOf(applicantGroup, clusterName).stream())
                .toList();
    }

    /** Empty where no procedure files data for such cases. */
    Optional<FilingProcedure> find(String caseNumber) {
        return CaseKind.of(caseNumber).flatMap(kind -> procedures.stream()
                .filter(procedure -> procedure.kind() == kind)
                .findFirst());
    }
}
