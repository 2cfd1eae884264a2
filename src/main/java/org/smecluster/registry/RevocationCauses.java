package org.smecluster.registry;

import java.time.Instant;
import java.util.List;

/**
 * Where procedures report what may be a ground of revocation. Nothing is revoked here: the revocation procedure hears of
 * each new cause by a {@link Reported} event in the reporter's transaction and puts it before a person.
 */
public interface RevocationCauses {

    /** @return whether the cause was new */
    boolean report(RevocationCause cause);

    /** Enters a cause that the case itself was opened for; nobody is told of it. */
    void enter(RevocationCause cause, String caseNumber);

    /** Of the cluster, in the order in which they were reported. */
    List<RevocationCause> ofCluster(String clusterNumber);

    /** As {@link #ofCluster}, each with when it was reported and the case that deals with it. */
    List<Entered> reported(String clusterNumber);

    /** Those that the revocation case deals with, in the order in which they were reported. */
    List<RevocationCause> ofCase(String caseNumber);

    /** Those of the cluster that no case deals with yet. */
    List<RevocationCause> open(String clusterNumber);

    /** The case takes on the cause; one that has a case keeps it. */
    void assign(String cause, String caseNumber);

    /** @param caseNumber null where no case deals with it */
    record Entered(RevocationCause cause, String caseNumber, Instant reportedAt) {}

    /** A cause that was not known before. */
    record Reported(RevocationCause cause) {}
}
