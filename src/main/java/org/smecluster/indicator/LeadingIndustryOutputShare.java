package org.smecluster.indicator;

import org.smecluster.law.LegalBasis;

/** 主导产业产值占集群总产值的比重 in the latest year, a ratio. */
@LegalBasis(article = 11, item = 1)
final class LeadingIndustryOutputShare {

    private LeadingIndustryOutputShare() {}

    static Indicator of(ClusterFigures figures, ReportingYears years) {
        YearFigures latest = figures.year(years.last());
        return Ratio.of(latest.year(), "主导产业产值", latest.leadingIndustryOutput(), "集群总产值", latest.totalOutput());
    }
}
