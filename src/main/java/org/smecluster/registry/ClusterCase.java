package org.smecluster.registry;

import java.time.Instant;

/**
 * A case in the life of a cluster.
 *
 * @param subject what it is about besides its cluster, null where nothing is
 * @param standing where it stands now, as a clerk says it
 * @param closedAt null while it is open
 */
public record ClusterCase(
        String caseNumber, CaseKind kind, String subject, String standing, Instant openedAt, Instant closedAt) {

    public boolean closed() {
        return closedAt != null;
    }

    /**
     * As it was known at a time that is past.
     *
     * @param stood where it stood then, null where that was not kept
     */
    ClusterCase before(Instant over, String stood) {
        return closed() && closedAt.isBefore(over)
                ? this
                : new ClusterCase(caseNumber, kind, subject, stood == null ? "办理中" : stood, openedAt, null);
    }
}
