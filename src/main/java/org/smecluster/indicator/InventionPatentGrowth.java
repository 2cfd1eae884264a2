package org.smecluster.indicator;

import org.smecluster.law.LegalBasis;

/** 中小企业有效发明专利年均增长率 by year-end holdings, a ratio per year. */
@LegalBasis(article = 11, item = 4)
final class InventionPatentGrowth {

    private InventionPatentGrowth() {}

    static Indicator of(ClusterFigures figures, ReportingYears years) {
        return MeanAnnualGrowth.of(Series.of(Figure.SME_INVENTION_PATENTS, figures, years));
    }
}
