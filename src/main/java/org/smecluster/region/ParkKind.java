package org.smecluster.region;

/** Who runs a development zone: its administrative committee, or an operating body. */
public enum ParkKind {
    COMMITTEE("管委会"),
    OPERATOR("运营机构");

    private final String label;

    ParkKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
