package org.smecluster.publicnotice;

import org.smecluster.registry.PublicityOutcome;

/** What was ruled on an objection; the names are the values in the form {@code ruleObjection}. */
public enum Ruling {
    UPHELD(PublicityOutcome.UPHELD),
    DISMISSED(PublicityOutcome.DISMISSED);

    private final PublicityOutcome outcome;

    Ruling(PublicityOutcome outcome) {
        this.outcome = outcome;
    }

    /** What it means for the cluster. */
    public PublicityOutcome outcome() {
        return outcome;
    }
}
