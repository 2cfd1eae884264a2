package org.smecluster.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A cluster's figures carried on to later years, each series by its own mean annual growth (水平法, see
 * {@link MeanAnnualGrowth}): {@code v[L+k] = v[L] * (1 + g)^k}, where L is the last year reported. Where the growth is
 * undefined, the last value is kept; where the last value is missing, it stays missing. Counts are rounded HALF_UP to
 * whole numbers. Shares are not capped at 1, so that a trend does not end where it saturates. What has no series (area,
 * platforms, standards, coverage, enterprises) stays as it is.
 *
 * @param years the years wanted
 * @param figures of the years wanted; a year already reported keeps its figures
 * @param kept names of the series whose growth is undefined, so that the last value was kept
 */
public record Projection(ReportingYears years, ClusterFigures figures, List<String> kept) {

    public Projection {
        kept = List.copyOf(kept);
    }

    /** @param reported the three years that {@code latest} is about */
    public static Projection of(ClusterFigures latest, ReportingYears reported, ReportingYears wanted) {
        List<String> kept = new ArrayList<>();
        if (wanted.last() > reported.last()) {
            Stream.of(Figure.values())
                    .map(figure -> figure.series(latest, reported))
                    .filter(series -> series.last() != null)
                    .filter(series -> MeanAnnualGrowth.of(series).value() == null)
                    .forEach(series -> kept.add(series.name()));
        }
        List<YearFigures> years = wanted.all().stream()
                .map(year -> year <= reported.last() ? latest.year(year) : projected(latest, reported, year))
                .toList();
        return new Projection(
                wanted,
                new ClusterFigures(
                        latest.areaSquareKm(),
                        latest.innovationPlatformCount(),
                        latest.standardCount(),
                        latest.policyCoverageRate(),
                        years,
                        latest.enterprises()),
                kept);
    }

    private static YearFigures projected(ClusterFigures latest, ReportingYears reported, int year) {
        Function<Figure, BigDecimal> amount = figure -> carriedOn(figure.series(latest, reported), year);
        Function<Figure, Long> count = figure -> {
            BigDecimal value = amount.apply(figure);
            return value == null
                    ? null
                    : value.setScale(0, RoundingMode.HALF_UP).longValueExact();
        };
        return new YearFigures(
                year,
                amount.apply(Figure.TOTAL_OUTPUT),
                amount.apply(Figure.SME_OUTPUT),
                amount.apply(Figure.LEADING_INDUSTRY_OUTPUT),
                amount.apply(Figure.SME_RD_EXPENSE),
                count.apply(Figure.SME_INVENTION_PATENTS),
                count.apply(Figure.EMPLOYEES),
                count.apply(Figure.ENTERPRISES),
                count.apply(Figure.ENTERPRISES_ON_PLATFORM),
                amount.apply(Figure.INDUSTRIAL_SOFTWARE_USAGE),
                amount.apply(Figure.CO2_EMISSIONS),
                amount.apply(Figure.EMISSION_INTENSITY),
                amount.apply(Figure.EXPORTS));
    }

    private static BigDecimal carriedOn(Series series, int year) {
        Object growth =
                series.last() == null ? null : MeanAnnualGrowth.of(series).value();
        if (growth == null) {
            return series.last();
        }
        BigDecimal factor = BigDecimal.ONE.add((BigDecimal) growth);
        return Ratio.rounded(
                series.last().multiply(factor.pow(year - series.years().last())));
    }

    private enum Figure {
        TOTAL_OUTPUT("集群总产值", YearFigures::totalOutput),
        SME_OUTPUT("中小企业产值", YearFigures::smeOutput),
        LEADING_INDUSTRY_OUTPUT("主导产业产值", YearFigures::leadingIndustryOutput),
        SME_RD_EXPENSE("中小企业研发经费", YearFigures::smeRdExpense),
        SME_INVENTION_PATENTS("中小企业有效发明专利数", year -> Series.decimal(year.smeInventionPatents())),
        EMPLOYEES("年末从业人员", year -> Series.decimal(year.employees())),
        ENTERPRISES("企业数", year -> Series.decimal(year.enterprises())),
        ENTERPRISES_ON_PLATFORM("应用工业互联网平台的企业数", year -> Series.decimal(year.enterprisesOnPlatform())),
        INDUSTRIAL_SOFTWARE_USAGE("工业软件应用率", YearFigures::industrialSoftwareUsage),
        CO2_EMISSIONS("二氧化碳排放量", YearFigures::co2Emissions),
        EMISSION_INTENSITY("二氧化碳排放强度", YearFigures::emissionIntensity),
        EXPORTS("出口额", YearFigures::exports);

        private final String label;
        private final Function<YearFigures, BigDecimal> of;

        Figure(String label, Function<YearFigures, BigDecimal> of) {
            this.label = label;
            this.of = of;
        }

        Series series(ClusterFigures figures, ReportingYears years) {
            return Series.of(label, figures, years, of);
        }
    }
}
