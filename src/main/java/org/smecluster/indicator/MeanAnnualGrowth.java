package org.smecluster.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * 年均增长率 over the three reporting years by the level method (水平法) of the National Bureau of Statistics:
 * {@code (v[Y-1] / v[Y-3])^(1/2) - 1}, a ratio. Years between do not enter the formula.
 */
final class MeanAnnualGrowth {

    /** Wide enough that a growth of exactly 5 % comes out as 0.05. */
    private static final MathContext WIDE = MathContext.DECIMAL128;

    private MeanAnnualGrowth() {}

    static Indicator of(Series series) {
        ReportingYears years = series.years();
        Optional<Indicator> missing = series.unlessSupplied(years.first(), years.last());
        if (missing.isPresent()) {
            return missing.get();
        }
        if (series.first().signum() <= 0) {
            return Indicator.undefined(years.first() + "年" + series.name() + "不大于零，没有可比的基数，年均增长率无法计算，请核对");
        }
        if (series.last().signum() < 0) {
            return Indicator.undefined(years.last() + "年" + series.name() + "为负数，年均增长率无法计算，请核对");
        }
        BigDecimal factor = series.last().divide(series.first(), WIDE).sqrt(WIDE);
        return Indicator.of(Ratio.rounded(factor.subtract(BigDecimal.ONE)));
    }
}
