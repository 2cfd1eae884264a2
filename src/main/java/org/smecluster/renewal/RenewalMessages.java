package org.smecluster.renewal;

import org.smecluster.registry.ClusterRecord;

/** What this procedure tells the processes that wait for it. */
public interface RenewalMessages {

    /** @return whether the review was still under way */
    boolean withdrawn(String caseNumber);

    /**
     * The cluster's term was extended: the watch over it goes on, or begins anew where it ended with the old term.
     *
     * @param caseNumber of the review
     */
    void extended(String caseNumber, ClusterRecord cluster);

    /**
     * The recognition lapsed after the end of its term; the watch over the term ends.
     *
     * @param cause number of the case or round that brought it about
     */
    void lapsed(String cause, String clusterNumber);
}
