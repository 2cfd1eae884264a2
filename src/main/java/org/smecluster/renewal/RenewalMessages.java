package org.smecluster.renewal;

/** What a running review is told from outside its tasks. */
public interface RenewalMessages {

    /** @return false where the review no longer runs */
    boolean withdrawn(String caseNumber);
}
