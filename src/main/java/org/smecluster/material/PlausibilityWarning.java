package org.smecluster.material;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.Figure.Measure;
import org.smecluster.law.LegalBasis;
import org.smecluster.material.PreviousData.Source;

/**
 * A yearly figure that differs from an earlier one by more than the factor of the table {@code plausibilityLimits}. It
 * keeps nothing out; the applicant is asked why.
 *
 * @param value in the figure's unit; a share as ratio, as {@code comparedValue}
 * @param source the earlier submission compared with; null where it is the workbook's own year before
 * @param upward whether the value is above the one compared
 * @param factor the limit that was passed, at least 1
 * @param explanation by the applicant, null where none was given
 */
@LegalBasis(article = 13)
public record PlausibilityWarning(
        Figure figure,
        int year,
        BigDecimal value,
        int comparedYear,
        BigDecimal comparedValue,
        Source source,
        boolean upward,
        BigDecimal factor,
        int decisionVersion,
        String explanation) {

    static final int LONGEST_EXPLANATION = 500;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Figure, years, values, how far apart, and the limit. */
    public String text() {
        String compared = source == null
                ? comparedYear + "年为"
                : "此前提交（" + source.caseNumber() + "，" + source.submittedOn() + "）中" + comparedYear + "年为";
        return "“" + figure.label() + "”" + year + "年为" + amount(value) + "，" + compared + amount(comparedValue) + "，"
                + change() + "。请核对，无误的请说明原因";
    }

    private String change() {
        if (!upward) {
            return "降到" + percent(value, comparedValue) + "，低于核对界限（系数" + CellType.plain(factor) + "，即不低于"
                    + percent(BigDecimal.ONE, factor) + "）";
        }
        String limit = "，超过核对界限（系数" + CellType.plain(factor) + "）";
        return comparedValue.signum() == 0
                ? "由0升起" + limit
                : "升到" + CellType.plain(value.divide(comparedValue, 2, RoundingMode.HALF_UP)) + "倍" + limit;
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        return CellType.plain(part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP)) + "%";
    }

    private String amount(BigDecimal number) {
        BigDecimal shown = figure.measure() == Measure.SHARE ? number.multiply(HUNDRED) : number;
        return CellType.plain(shown) + figure.measure().unit();
    }

    /** Whether both say the same of the same figures, so that what explained the one explains the other. */
    boolean sameAs(PlausibilityWarning other) {
        return figure == other.figure
                && year == other.year
                && comparedYear == other.comparedYear
                && (source == null) == (other.source == null)
                && value.compareTo(other.value) == 0
                && comparedValue.compareTo(other.comparedValue) == 0;
    }

    PlausibilityWarning explained(String text) {
        return new PlausibilityWarning(
                figure, year, value, comparedYear, comparedValue, source, upward, factor, decisionVersion, text);
    }
}
