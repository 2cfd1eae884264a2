package org.smecluster.recognition;

/** The steps at which an authority gives its opinion. */
public enum OpinionStage {
    ACCEPTANCE("受理审查"),
    PRELIMINARY("市级初审"),
    RECOMMENDATION("推荐决定"),
    RE_REVIEW("复审结论");

    private final String label;

    OpinionStage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
