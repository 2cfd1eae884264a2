package org.smecluster.law;

/** What a condition table says of one requirement. The codes are those of the DMN outputs. */
public enum Outcome {
    MET("符合"),
    NOT_MET("不符合"),
    /** The text says 一般 or 原则上: a miss asks for a reason and a person's judgement, and is no refusal. */
    NEEDS_EXPLANATION("需说明"),
    /** Never counts as met. */
    MISSING("缺数据");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }
}
