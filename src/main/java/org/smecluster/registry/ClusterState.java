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

    /** Whether the pool is open to it: it is neither in the pool nor recognised. */
    public boolean mayEnterPool() {
        return this == LEFT_POOL || this == LAPSED || this == REVOKED;
    }

    /** Whether the recognition holds. */
    public boolean inForce() {
        return this == RECOGNISED || this == UNDER_REVIEW;
    }
}
