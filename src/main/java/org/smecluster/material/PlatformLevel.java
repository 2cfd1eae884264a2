package org.smecluster.material;

/** Who recognised a public service platform, 第十三条(九). */
public enum PlatformLevel implements Labelled {
    NATIONAL("国家级"),
    REGIONAL("自治区级"),
    CITY("市级"),
    COUNTY("县级");

    private final String label;

    PlatformLevel(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
