package org.smecluster.casework;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.registry.CaseKind;
import org.springframework.stereotype.Component;

/** The procedures by the kind of their cases. */
@Component
public class CaseProcedures {

    private final Map<CaseKind, CaseProcedure> procedures;

    CaseProcedures(List<CaseProcedure> procedures) {
        this.procedures =
                procedures.stream().collect(Collectors.toUnmodifiableMap(CaseProcedure::kind, Function.identity()));
    }

    public CaseProcedure of(CaseKind kind) {
        return procedures.get(kind);
    }
}
