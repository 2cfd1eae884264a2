package org.smecluster.calendar;

/** How a day differs from Monday to Friday. */
public enum DayKind {
    HOLIDAY("放假"),
    /** A Saturday or Sunday worked in exchange for a holiday (调休). */
    WORKDAY("调休上班");

    private final String label;

    DayKind(String label) {
        this.label = label;
    }

    /** The word an administrator sees. */
    public String label() {
        return label;
    }
}
