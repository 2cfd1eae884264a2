package org.smecluster.clause;

/** Who judges clauses, in their order: 第十二条(二), 第十二条(三). */
public enum Judge {
    CITY("市级", "推荐"),
    EXPERT("专家", null),
    REGION("自治区", "复审结论");

    private final String label;
    private final String answersIn;

    Judge(String label, String answersIn) {
        this.label = label;
        this.answersIn = answersIn;
    }

    public String label() {
        return label;
    }

    /** Where it answers what is judged not met; null where it does not. */
    public String answersIn() {
        return answersIn;
    }

    /** Whether the judge's answer has to deal with what the other says. */
    public boolean answers(Judge other) {
        return answersIn != null && other.compareTo(this) <= 0;
    }
}
