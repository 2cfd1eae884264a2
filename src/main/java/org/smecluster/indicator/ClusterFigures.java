package org.smecluster.indicator;

import java.math.BigDecimal;
import java.util.List;

/**
 * Everything that the indicators are calculated from. Single figures may be null (not supplied).
 *
 * @param areaSquareKm km²
 * @param innovationPlatformCount platforms of 第十一条(四)
 * @param standardCount standards led or joined in the three years, 第十三条(六)
 * @param policyCoverageRate ratio 0..1 of enterprises reached by policy information, 第十一条(八)
 * @param years the three reporting years, ascending; a year not supplied stands with null figures
 * @param enterprises each enterprise once
 */
public record ClusterFigures(
        BigDecimal areaSquareKm,
        Integer innovationPlatformCount,
        Integer standardCount,
        BigDecimal policyCoverageRate,
        List<YearFigures> years,
        List<Enterprise> enterprises) {

    public ClusterFigures {
        years = List.copyOf(years);
        enterprises = List.copyOf(enterprises);
    }

    public YearFigures year(int year) {
        return years.stream()
                .filter(figures -> figures.year() == year)
                .findFirst()
                .orElseGet(() -> YearFigures.nothingFor(year));
    }
}
