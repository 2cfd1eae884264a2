package org.smecluster.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
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
                    .map(figure -> Series.of(figure, latest, reported))
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
        return YearFigures.of(year, figure -> {
            BigDecimal value = carriedOn(Series.of(figure, latest, reported), year);
            return value == null || !figure.measure().isCount() ? value : value.setScale(0, RoundingMode.HALF_UP);
        });
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
}
