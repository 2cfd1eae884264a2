package org.smecluster.publicnotice;

/** What is done about an objection after the publication; the names are the values in the form {@code decideLateObjection}. */
public enum LateObjectionOutcome {
    UPHOLD("维持原认定"),
    CORRECT("以文件更正"),
    HAND_OVER("移交撤销程序");

    private final String label;

    LateObjectionOutcome(String label) {
        this.label = label;
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }
}
