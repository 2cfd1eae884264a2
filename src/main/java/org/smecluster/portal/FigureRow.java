package org.smecluster.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
        return List.of(
                amount("集群总产值", "亿元", years, YearFigures::totalOutput),
                amount("中小企业产值", "亿元", years, YearFigures::smeOutput),
                amount("主导产业产值", "亿元", years, YearFigures::leadingIndustryOutput),
                amount("中小企业研发经费", "亿元", years, YearFigures::smeRdExpense),
                amount("中小企业有效发明专利数", "件", years, year -> whole(year.smeInventionPatents())),
                amount("年末从业人员", "人", years, year -> whole(year.employees())),
                amount("企业数", "家", years, year -> whole(year.enterprises())),
                amount("应用工业互联网平台的企业数", "家", years, year -> whole(year.enterprisesOnPlatform())),
                share("工业软件应用率", years, YearFigures::industrialSoftwareUsage),
                amount("二氧化碳排放量", "万吨", years, YearFigures::co2Emissions),
                amount("二氧化碳排放强度", "吨/万元", years, YearFigures::emissionIntensity),
                amount("出口额", "亿元", years, YearFigures::exports));
    }

    private static FigureRow amount(
            String label, String unit, List<YearFigures> years, Function<YearFigures, BigDecimal> figure) {
        List<BigDecimal> values = values(years, figure);
        return new FigureRow(
                label, unit, values.stream().map(FigureRow::text).toList(), changes(values, FigureRow::growth));
    }

    private static FigureRow share(String label, List<YearFigures> years, Function<YearFigures, BigDecimal> figure) {
        List<BigDecimal> percent = values(years, figure).stream()
                .map(value -> value == null ? null : value.multiply(HUNDRED))
                .toList();
        return new FigureRow(
                label, "%", percent.stream().map(FigureRow::text).toList(), changes(percent, FigureRow::points));
    }

    private static List<BigDecimal> values(List<YearFigures> years, Function<YearFigures, BigDecimal> figure) {
        List<BigDecimal> values = new ArrayList<>();
        years.forEach(year -> values.add(figure.apply(year)));
        return values;
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

    private static BigDecimal whole(Long number) {
        return number == null ? null : BigDecimal.valueOf(number);
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
