package org.smecluster.casework;

/** What sort of thing was said or done. */
public enum EntryKind {
    APPLICATION("申请"),
    OPINION("意见"),
    NOTICE("告知"),
    STATEMENT("陈述申辩"),
    EVIDENCE("事实与证据"),
    DECISION("决定"),
    /** What the system did or noticed. */
    EVENT("经过"),
    /** What was done on the way; the record of the cluster tells it from what came of it. */
    STEP("步骤");

    private final String label;

    EntryKind(String label) {
        this.label = label;
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }
}
