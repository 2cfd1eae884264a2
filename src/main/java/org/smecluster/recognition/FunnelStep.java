package org.smecluster.recognition;

/** How far applications come in their batch, each step one that those after it have passed too. */
public enum FunnelStep {
    STARTED("发起"),
    SUBMITTED("提交"),
    ACCEPTED("受理"),
    RECOMMENDED("推荐"),
    /** Its re-review is concluded, whatever the conclusion. */
    RE_REVIEWED("复审办结"),
    /** Selected, or on a list that was made public, whatever became of it there. */
    SELECTED("拟认定"),
    RECOGNISED("认定");

    private final String label;

    FunnelStep(String label) {
        this.label = label;
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }

    /** Whether who came to this step has passed the other. */
    public boolean reaches(FunnelStep other) {
        return compareTo(other) >= 0;
    }
}
