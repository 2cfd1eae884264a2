package org.smecluster.indicator;

import org.smecluster.law.LegalBasis;

/** 主导产业产值年均增速, a ratio per year. */
@LegalBasis(article = 11, item = 1)
final class LeadingIndustryGrowth {

    private LeadingIndustryGrowth() {}

    static Indicator of(ClusterFigures figures, ReportingYears years) {
        return MeanAnnualGrowth.of(Series.of(Figure.LEADING_INDUSTRY_OUTPUT, figures, years));
    }
}
