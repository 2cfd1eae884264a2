package org.smecluster.national;

/** How far a recommendation is. */
public enum Stage {
    EVALUATING("评估候选"),
    PROPOSING("提出名单"),
    DECIDING("待审定"),
    /** The list is out; the ministry's answer is awaited. */
    LISTED("已推荐"),
    CONCLUDED("已有国家结果"),
    /** No candidate, or nobody was recommended. */
    NOTHING("未推荐");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /** The words a clerk sees. */
    public String label() {
        return label;
    }
}
