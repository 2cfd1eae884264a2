package org.smecluster.indicator;

import java.math.BigDecimal;

/**
 * What the sheet 年度数据 declares for one year. Every figure may be null (not supplied).
 *
 * @param totalOutput 亿元
 * @param smeOutput 亿元, part of the total
 * @param leadingIndustryOutput 亿元, part of the total
 * @param smeRdExpense 亿元
 * @param smeInventionPatents valid invention patents of the cluster's SMEs at year end
 * @param employees year-end employees of the cluster's enterprises
 * @param enterprises number of enterprises at year end
 * @param enterprisesOnPlatform of those, on an industrial-internet platform
 * @param industrialSoftwareUsage ratio 0..1
 * @param co2Emissions 万吨
 * @param emissionIntensity 吨/万元
 * @param exports 亿元
 */
public record YearFigures(
        int year,
        BigDecimal totalOutput,
        BigDecimal smeOutput,
        BigDecimal leadingIndustryOutput,
        BigDecimal smeRdExpense,
        Long smeInventionPatents,
        Long employees,
        Long enterprises,
        Long enterprisesOnPlatform,
        BigDecimal industrialSoftwareUsage,
        BigDecimal co2Emissions,
        BigDecimal emissionIntensity,
        BigDecimal exports) {

    public static YearFigures nothingFor(int year) {
        return new YearFigures(year, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
