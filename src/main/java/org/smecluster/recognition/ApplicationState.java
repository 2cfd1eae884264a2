package org.smecluster.recognition;

/** How far an application is. */
public enum ApplicationState {
    DRAFT("填报中", false),
    SUBMITTED("市级受理审查", false),
    RETURNED("补正中", false),
    ACCEPTED("市级初审和推荐", false),
    RECOMMENDED("自治区复审", false),
    /** The re-review is concluded; the application waits for its batch. */
    RE_REVIEWED("复审办结，等待批次结果", false),
    SELECTED("择优入选，待公示", false),
    NOT_SELECTED("未入选，待批次办结", false),
    IN_NOTICE("公示中", false),
    RECOGNISED("已认定", true),
    NOT_RECOGNISED("未认定", true),
    INELIGIBLE("申报主体不适格", true),
    REFUSED("不予受理", true),
    NOT_RECOMMENDED("市级未推荐", true),
    WITHDRAWN("已撤回", true),
    LAPSED("期满结案", true);

    private final String label;
    private final boolean closed;

    ApplicationState(String label, boolean closed) {
        this.label = label;
        this.closed = closed;
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }

    /** Whether nothing more happens in the case. */
    public boolean closed() {
        return closed;
    }

    /** Whether its re-review is concluded, whatever was decided since. */
    public boolean reReviewConcluded() {
        return switch (this) {
            case RE_REVIEWED, SELECTED, NOT_SELECTED, IN_NOTICE, RECOGNISED, NOT_RECOGNISED -> true;
            default -> false;
        };
    }

    /** Whether the applicant may still withdraw: until the public notice begins. */
    public boolean withdrawable() {
        return !closed && this != IN_NOTICE;
    }

    /** Whether the applicant has the data in hand. */
    public boolean withApplicant() {
        return this == DRAFT || this == RETURNED;
    }
}
