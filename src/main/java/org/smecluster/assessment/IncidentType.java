package org.smecluster.assessment;

/**
 * The kinds of incident of 第十条, and {@link #ILLEGALITY}, which the national standard names and 第十条 does not. The codes
 * are those of the decision table {@code vetoConditions}.
 */
public enum IncidentType {
    SAFETY("生产安全事故"),
    QUALITY("质量事故"),
    POLLUTION("环境污染事故"),
    CYBERSECURITY("网络安全事件"),
    DATA_SECURITY("数据安全事件"),
    TAX_EVASION("偷税漏税"),
    SERIOUS_DISHONESTY("严重失信"),
    OTHER_MAJOR("其它重大问题"),
    ILLEGALITY("违法违规");

    private final String label;

    IncidentType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether accidents and incidents of this kind have a level. */
    public boolean graded() {
        return compareTo(DATA_SECURITY) <= 0;
    }
}
