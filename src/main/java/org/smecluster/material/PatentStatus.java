package org.smecluster.material;

/** Whether a right still stands, as the office that granted it says. */
public enum PatentStatus implements Labelled {
    IN_FORCE("有效"),
    ENDED("已终止"),
    INVALIDATED("已宣告无效");

    private final String label;

    PatentStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
