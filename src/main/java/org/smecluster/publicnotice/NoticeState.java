package org.smecluster.publicnotice;

/** How far a notice is. */
public enum NoticeState {
    OPEN("公示中"),
    OBJECTIONS_PENDING("公示期满，异议处理中"),
    CONCLUDED("公示已结束");

    private final String label;

    NoticeState(String label) {
        this.label = label;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }
}
