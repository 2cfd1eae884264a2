package org.smecluster.material;

/** Levels of standards, 标准化法 第二条, and international ones. */
public enum StandardLevel implements Labelled {
    INTERNATIONAL("国际标准"),
    NATIONAL("国家标准"),
    INDUSTRY("行业标准"),
    LOCAL("地方标准"),
    GROUP("团体标准");

    private final String label;

    StandardLevel(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
