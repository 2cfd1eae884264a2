package org.smecluster.revocation;

import java.util.Optional;
import org.smecluster.remedy.DecisionKind;

/** What the leader decides. */
public enum Verdict {
    REVOKE("撤销认定"),
    NOT_REVOKE("不予撤销"),
    /** To put right by a date; then the facts are looked at again. */
    CORRECT("限期整改后再查"),
    /** To the officer, where facts are not clear or a cause has not been looked into. */
    RETURN("退回查实");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** The words a clerk sees. */
    public String label() {
        return label;
    }

    /** As what it is borne; empty where it is not adverse. */
    Optional<DecisionKind> kind() {
        return switch (this) {
            case REVOKE -> Optional.of(DecisionKind.REVOCATION);
            case CORRECT -> Optional.of(DecisionKind.CORRECTION_ORDERED);
            case NOT_REVOKE, RETURN -> Optional.empty();
        };
    }
}
