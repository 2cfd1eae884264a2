package org.smecluster.indicator;

import org.smecluster.law.LegalBasis;

/** 近三年中小企业研发经费年均增长, a ratio per year. */
@LegalBasis(article = 11, item = 4)
final class SmeRdGrowth {

    private SmeRdGrowth() {}

    static Indicator of(ClusterFigures figures, ReportingYears years) {
        return MeanAnnualGrowth.of(Series.of(Figure.SME_RD_EXPENSE, figures, years));
    }
}
