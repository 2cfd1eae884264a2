package org.smecluster.indicator;

import org.smecluster.law.LegalBasis;

/** 主导产业产值占集群总产值的比重 in the latest year, a ratio. */
@LegalBasis(article = 11, item = 1)
final class LeadingIndustryOutputShare {

    private LeadingIndustryOutputShare() {}

    static Indicator of(ClusterFigures figures, ReportingYears years) {
        return Ratio.of(figures.year(years.last()), Figure.LEADING_INDUSTRY_OUTPUT, Figure.TOTAL_OUTPUT);
    }
}
