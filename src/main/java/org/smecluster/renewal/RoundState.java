package org.smecluster.renewal;

/** Where a round of reviews stands, or the statement that none will be held. */
public enum RoundState {
    OPEN("受理复核申请"),
    CLOSED("已截止"),
    /** An officer proposes that none be held; a leader has not said. */
    PROPOSED("拟不组织复核，待审定"),
    STATED("不组织复核"),
    REJECTED("未同意");

    private final String label;

    RoundState(String label) {
        this.label = label;
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }
}
