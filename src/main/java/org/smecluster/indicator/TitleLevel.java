package org.smecluster.indicator;

/** Who bestowed a title. */
public enum TitleLevel {
    NATIONAL("国家级"),
    REGIONAL("自治区级");

    private final String label;

    TitleLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
