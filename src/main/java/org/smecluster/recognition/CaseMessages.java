package org.smecluster.recognition;

/** What a running case is told from outside its tasks. */
public interface CaseMessages {

    /** @return false where the case no longer runs */
    boolean withdrawn(String caseNumber);
}
