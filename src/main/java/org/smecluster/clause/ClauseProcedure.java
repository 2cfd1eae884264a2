package org.smecluster.clause;

import java.util.Optional;
import org.smecluster.registry.CaseKind;

/** A procedure whose cases may be judged clause by clause: one bean for each kind of case. */
public interface ClauseProcedure {

    CaseKind kind();

    /** Year of the application; empty where the case goes without. */
    Optional<Integer> asked(String caseNumber);

    /** Whether the person was asked as an expert and has still to answer. */
    boolean expertJudges(String caseNumber, String userId);
}
