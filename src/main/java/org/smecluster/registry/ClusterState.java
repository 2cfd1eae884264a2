package org.smecluster.registry;

/** Where a cluster stands in its life. */
public enum ClusterState {
    CULTIVATED("培育"),
    RECOGNISED("认定"),
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
}
