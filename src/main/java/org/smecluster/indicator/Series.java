package org.smecluster.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One figure of the sheet 年度数据 over the three reporting years.
 *
 * @param name the figure's name on screen
 * @param values one per reporting year, ascending; null where not supplied
 */
record Series(String name, ReportingYears years, List<BigDecimal> values) {

    static Series of(Figure figure, ClusterFigures figures, ReportingYears years) {
        List<BigDecimal> values = new ArrayList<>();
        years.all().forEach(year -> values.add(figures.year(year).get(figure)));
        return new Series(figure.label(), years, values);
    }

    BigDecimal first() {
        return values.get(0);
    }

    BigDecimal middle() {
        return values.get(1);
    }

    BigDecimal last() {
        return values.get(2);
    }

    /** The undefined result, where one of the years wanted has no figure. */
    Optional<Indicator> unlessSupplied(Integer... wanted) {
        String missing = List.of(wanted).stream()
                .filter(year -> values.get(year - years.first()) == null)
                .map(year -> year + "年")
                .collect(Collectors.joining("、"));
        return missing.isEmpty() ? Optional.empty() : Optional.of(notSupplied(missing, name));
    }

    Optional<Indicator> unlessAllSupplied() {
        return unlessSupplied(years.first(), years.middle(), years.last());
    }

    static Indicator notSupplied(String when, String name) {
        return Indicator.undefined("“年度数据”未填报" + when + name + "，请补填");
    }
}
