package org.smecluster.revocation;

import org.smecluster.casework.CaseRecord;
import org.smecluster.registry.RevocationCause;

/** How the revocation reaches processes. */
public interface RevocationMessages {

    /** Starts the process of a case that a cause opened. */
    void suspected(CaseRecord record);

    /** A case under way takes on one more cause. */
    void causeAdded(String caseNumber, RevocationCause cause);
}
