package org.smecluster.whatif;

import org.smecluster.registry.CaseKind;

/**
 * An assessment that counts: the latest of a case, of a version that was handed in.
 *
 * @param cluster  its cluster's number; before it has one, whose it is and its name
 * @param latest   whether it is the latest of all
 * @param readable whether it is the latest of those that the unit and the city read while the case is open
 * @param closed   whether the case is
 */
public record OnFile(
        long assessmentId,
        String caseNumber,
        CaseKind kind,
        String cityGroup,
        String cluster,
        boolean latest,
        boolean readable,
        boolean closed) {

    /** Whether it is the one that the unit and the city see. */
    boolean seenByCity() {
        return closed ? latest : readable;
    }
}
