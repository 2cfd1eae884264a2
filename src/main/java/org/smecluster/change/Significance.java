package org.smecluster.change;

import java.util.Arrays;

/** What {@code changeSignificance} says of a change. */
public enum Significance {
    MAJOR("重大变动"),
    MINOR("非重大变动"),
    /** The table cannot say; an officer does. */
    UNDECIDED("是否重大待判断");

    /** What is not said by the table, or said in a word that is none of these, is for an officer to decide. */
    public static final String LEFT_OPEN = "判定表没有给出结论，由自治区经办人员判断是否重大变动（第十五条）。";

    private final String label;

    Significance(String label) {
        this.label = label;
    }

    /** What a table says, which a policy owner may have changed; null where no rule of it applied. */
    public static Significance said(String code) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(code))
                .findFirst()
                .orElse(UNDECIDED);
    }

    /** The words a clerk sees. */
    public String label() {
        return label;
    }
}
