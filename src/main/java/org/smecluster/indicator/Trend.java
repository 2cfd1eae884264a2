package org.smecluster.indicator;

/** How a figure moves over the three reporting years; undefined where one of them has no figure. */
final class Trend {

    private Trend() {}

    /** Every year strictly below the one before. */
    static Indicator falling(Series series) {
        return series.unlessAllSupplied()
                .orElseGet(() -> Indicator.of(series.middle().compareTo(series.first()) < 0
                        && series.last().compareTo(series.middle()) < 0));
    }

    /** No year below the one before, and the last above the first. */
    static Indicator rising(Series series) {
        return series.unlessAllSupplied()
                .orElseGet(() -> Indicator.of(series.middle().compareTo(series.first()) >= 0
                        && series.last().compareTo(series.middle()) >= 0
                        && series.last().compareTo(series.first()) > 0));
    }
}
