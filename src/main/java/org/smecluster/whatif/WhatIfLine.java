package org.smecluster.whatif;

import java.util.List;

/**
 * A case whose assessment comes out otherwise: by the draft, or already by what is in force.
 *
 * @param latest   as {@link OnFile#latest}
 * @param readable as {@link OnFile#readable}
 * @param recorded what it came to when it was assessed
 * @param before   by what is in force
 * @param after    by the draft
 * @param changes  between the last two
 */
public record WhatIfLine(
        long assessmentId,
        String caseNumber,
        boolean latest,
        boolean readable,
        Standing recorded,
        Standing before,
        Standing after,
        List<ConditionChange> changes) {

    /** Whether the draft changes anything. */
    public boolean changed() {
        return !before.equals(after) || !changes.isEmpty();
    }
}
