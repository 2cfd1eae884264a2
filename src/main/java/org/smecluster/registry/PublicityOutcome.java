package org.smecluster.registry;

/** What publicity came to for one cluster (第十二条(三)). */
public enum PublicityOutcome {
    /** Not known yet: the period runs, or an objection has not been ruled on. */
    PENDING("尚无结果"),
    NO_OBJECTION("公示无异议"),
    DISMISSED("异议不成立"),
    UPHELD("异议成立");

    private final String label;

    PublicityOutcome(String label) {
        this.label = label;
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }

    /** Whether nothing stands in the way of the cluster any more. */
    public boolean clears() {
        return this == NO_OBJECTION || this == DISMISSED;
    }
}
