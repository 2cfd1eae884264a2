package org.smecluster.recognition;

/** A list that clusters are sorted by: the sub-sectors of the annual notices, and the industries of 第三条. */
public enum SectorScheme {
    GB4754("细分领域", "GB/T 4754-2017 国民经济行业分类的中类"),
    SIX("六新六特六优产业", "第三条"),
    BASE("七大产业基地", "第三条"),
    CHAIN("十条产业链", "第三条");

    private final String label;
    private final String basis;

    SectorScheme(String label, String basis) {
        this.label = label;
        this.basis = basis;
    }

    public String label() {
        return label;
    }

    /** Where the list comes from, in Chinese. */
    public String basis() {
        return basis;
    }

    /** Whether officers keep its entries here; those of a standard come with the program. */
    public boolean kept() {
        return this != GB4754;
    }
}
