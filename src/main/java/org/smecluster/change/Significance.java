package org.smecluster.change;

/** What {@code changeSignificance} says of a change. */
public enum Significance {
    MAJOR("重大变动"),
    MINOR("非重大变动"),
    /** The table cannot say; an officer does. */
    UNDECIDED("是否重大待判断");

    private final String label;

    Significance(String label) {
        this.label = label;
    }

    /** The words a clerk sees. */
    public String label() {
        return label;
    }
}
