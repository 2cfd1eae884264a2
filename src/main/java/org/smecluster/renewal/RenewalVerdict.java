package org.smecluster.renewal;

/** What a leader may decide; the names are the values in the form {@code decideRenewal}. */
public enum RenewalVerdict {
    PASS("通过"),
    FAIL("不通过"),
    /** Nothing is decided before the public notice is over. */
    NOTICE("拟通过，先行公示"),
    RETURN("退回经办");

    private final String label;

    RenewalVerdict(String label) {
        this.label = label;
    }

    /** The words a clerk sees. */
    public String label() {
        return label;
    }

    /** Whether it closes the case with a document. */
    boolean decides() {
        return this == PASS || this == FAIL;
    }
}
