package org.smecluster.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Quotients at the precision with which numbers reach the decision tables: 12 decimal places, HALF_UP. */
final class Ratio {

    private static final int DECIMALS = 12;

    private Ratio() {}

    static BigDecimal rounded(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * {@code numerator / denominator}, undefined where either is not supplied or the denominator is not above zero.
     *
     * @param year the year that both figures are of, for the reason
     */
    static Indicator of(
            int year, String numeratorName, BigDecimal numerator, String denominatorName, BigDecimal denominator) {
        if (numerator == null || denominator == null) {
            String both = numerator == null && denominator == null ? "、" : "";
            return Series.notSupplied(
                    year + "年",
                    (numerator == null ? numeratorName : "") + both + (denominator == null ? denominatorName : ""));
        }
        if (denominator.signum() <= 0) {
            return Indicator.undefined(year + "年" + denominatorName + "不大于零，比值无法计算，请核对");
        }
        return Indicator.of(numerator.divide(denominator, DECIMALS, RoundingMode.HALF_UP));
    }
}
