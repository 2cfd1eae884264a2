package org.smecluster.indicator;

import java.util.List;

/**
 * The three reporting years of an application made in year Y: Y-3, Y-2, Y-1 (近三年, see the ADR on its meaning).
 *
 * @param first Y-3
 */
public record ReportingYears(int first) {

    public static ReportingYears ofApplicationIn(int year) {
        return new ReportingYears(year - 3);
    }

    /** @param figures of all three, ascending */
    public static ReportingYears of(List<YearFigures> figures) {
        return new ReportingYears(figures.get(0).year());
    }

    public int middle() {
        return first + 1;
    }

    /** Y-1, the latest year. */
    public int last() {
        return first + 2;
    }

    public List<Integer> all() {
        return List.of(first, middle(), last());
    }
}
