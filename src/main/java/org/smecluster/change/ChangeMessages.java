package org.smecluster.change;

/** How the filing of changes reaches its processes. */
public interface ChangeMessages {

    /** The recognition has ended: what the unit has not submitted is not needed any more. */
    void recognitionEnded(String caseNumber);
}
