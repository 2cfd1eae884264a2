package org.smecluster.recognition;

/** How far a batch is. */
public enum BatchState {
    /** Applications and recommendations come in, each until its own date. */
    OPEN("受理申报和推荐"),
    COMPARING("比较复审结果"),
    SELECTING("审定名单"),
    IN_NOTICE("公示和公布"),
    CLOSED("已办结");

    private final String label;

    BatchState(String label) {
        this.label = label;
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }
}
