package org.smecluster.casework.process;

/** What procedures tell each other of a cluster, through {@link org.smecluster.engine.Mailbox}. */
public final class ClusterMessages {

    /** To the term, by cluster number, and to a review under way, by its case number: the recognition was revoked. */
    public static final String REVOKED = "cluster.revoked";

    /** To the term, by cluster number: the review was passed. */
    public static final String EXTENDED = "renewal.extended";

    /** To the term, by cluster number: a review that outlasted the term ended without an extension. */
    public static final String NOT_EXTENDED = "renewal.notExtended";

    /** To the stay in the pool, by its case number. */
    public static final String RECOGNISED_FROM_POOL = "cultivation.recognised";

    private ClusterMessages() {}
}
