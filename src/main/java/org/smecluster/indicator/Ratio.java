package org.smecluster.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Quotients at the precision with which numbers reach the decision tables: 12 decimal places, HALF_UP. */
final class Ratio {

    private static final int DECIMALS = 12;

    private Ratio() {}

    static BigDecimal rounded(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    static Indicator of(YearFigures year, Figure numerator, Figure denominator) {
        return of(year, numerator, denominator, BigDecimal.ONE);
    }

    /**
     * {@code numerator / denominator * per} of one year, undefined where either is not supplied or the denominator is not
     * above zero.
     */
    static Indicator of(YearFigures year, Figure numerator, Figure denominator, BigDecimal per) {
        String missing = Stream.of(numerator, denominator)
                .filter(figure -> year.get(figure) == null)
                .map(Figure::label)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            return Series.notSupplied(year.year() + "年", missing);
        }
        if (year.get(denominator).signum() <= 0) {
            return Indicator.undefined(year.year() + "年" + denominator.label() + "不大于零，比值无法计算，请核对");
        }
        return Indicator.of(
                year.get(numerator).multiply(per).divide(year.get(denominator), DECIMALS, RoundingMode.HALF_UP));
    }
}
