package org.smecluster.paper;

import java.util.List;
import org.smecluster.registry.CaseKind;

/** Makes papers of cases of a kind, or of batches; a case may have several desks. */
public interface PaperDesk {

    /** Whether papers of the case or batch are made here. */
    boolean makes(String number);

    /** What can be made now; out of stored facts alone. */
    List<PaperDraft> drafts(String number);

    static boolean isOf(CaseKind kind, String caseNumber) {
        return CaseKind.of(caseNumber).filter(kind::equals).isPresent();
    }
}
