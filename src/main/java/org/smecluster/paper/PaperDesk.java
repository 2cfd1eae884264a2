package org.smecluster.paper;

import java.util.List;
import org.smecluster.casework.CaseRecord;
import org.smecluster.registry.CaseKind;

/** A procedure whose cases have papers: one bean for each kind of case. */
public interface PaperDesk {

    CaseKind kind();

    /** What can be made now, in the order of the procedure; out of stored facts alone. */
    List<PaperDraft> drafts(CaseRecord record);
}
