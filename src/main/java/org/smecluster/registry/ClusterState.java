package org.smecluster.registry;

/** Where a cluster stands in its life. */
public enum ClusterState {
    /** In the cultivation pool (第六条). */
    CULTIVATED("培育"),
    /** Left the pool without having been recognised. */
    LEFT_POOL("已出库"),
    RECOGNISED("认定"),
    /** Its review is under way (第十四条); the recognition holds until it is decided. */
    UNDER_REVIEW("复核中"),
    /** Its term has ended and no round of reviews has covered it so far, or one that does is open (第十四条). */
    AWAITING_REVIEW("到期待复核"),
    LAPSED("到期失效"),
    REVOKED("撤销");

    private final String label;

    ClusterState(String label) {
        this.label = label;
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }

    /** Whether the recognition holds. */
    public boolean inForce() {
        return this == RECOGNISED || this == UNDER_REVIEW;
    }

    /** Whether it was recognised and that has not ended for good. */
    public boolean recognitionLasts() {
        return inForce() || this == AWAITING_REVIEW;
    }
}
