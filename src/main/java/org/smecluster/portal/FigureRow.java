package org.smecluster.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.Figure.Measure;
import org.smecluster.indicator.YearFigures;

/**
 * One figure of the sheet 年度数据 over the three years, ready to read.
 *
 * @param values one per year, ascending; {@code 未填} where not supplied
 * @param changes year on year, one fewer than the values; {@code —} where it cannot be told
 */
record FigureRow(String label, String unit, List<String> values, List<String> changes) {

    private static final String ABSENT = "未填";
    private static final String UNKNOWN = "—";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static List<FigureRow> of(List<YearFigures> years) {
        return Stream.of(Figure.values()).map(figure -> of(figure, years)).toList();
    }

    private static FigureRow of(Figure figure, List<YearFigures> years) {
        boolean share = figure.measure() == Measure.SHARE;
        List<BigDecimal> values = years.stream()
                .map(year -> year.get(figure))
                .map(value -> share && value != null ? value.multiply(HUNDRED) : value)
                .toList();
        return new FigureRow(
                figure.label(),
                figure.measure().unit(),
                values.stream().map(FigureRow::text).toList(),
                changes(values, share ? FigureRow::points : FigureRow::growth));
    }

    private static List<String> changes(List<BigDecimal> values, Change change) {
        List<String> changes = new ArrayList<>();
        for (int i = 1; i < values.size(); i++) {
            BigDecimal before = values.get(i - 1);
            BigDecimal after = values.get(i);
            changes.add(before == null || after == null ? UNKNOWN : change.text(before, after));
        }
        return changes;
    }

    private static String growth(BigDecimal before, BigDecimal after) {
        if (before.signum() <= 0) {
            return UNKNOWN;
        }
        BigDecimal percent = after.subtract(before).multiply(HUNDRED).divide(before, 1, RoundingMode.HALF_UP);
        return signed(percent) + "%";
    }

    private static String points(BigDecimal before, BigDecimal after) {
        return signed(after.subtract(before).setScale(1, RoundingMode.HALF_UP)) + "个百分点";
    }

    private static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number.toPlainString();
    }

    private static String text(BigDecimal value) {
        return value == null ? ABSENT : plain(value);
    }

    /** Without trailing zeros, thousands grouped. */
    static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return String.format("%,." + Math.max(0, stripped.scale()) + "f", stripped);
    }

    @FunctionalInterface
    private interface Change {
        String text(BigDecimal before, BigDecimal after);
    }
}
