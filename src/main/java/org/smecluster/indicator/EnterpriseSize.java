package org.smecluster.indicator;

/** Size classes of the 中小企业划型标准. */
public enum EnterpriseSize {
    LARGE("大型"),
    MEDIUM("中型"),
    SMALL("小型"),
    MICRO("微型");

    private final String label;

    EnterpriseSize(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isSme() {
        return this != LARGE;
    }
}
