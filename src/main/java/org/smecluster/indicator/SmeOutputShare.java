package org.smecluster.indicator;

import org.smecluster.law.LegalBasis;

/** 中小企业产值占集群总产值的比重 in the latest year, a ratio. */
@LegalBasis(article = 11, item = 1)
final class SmeOutputShare {

    private SmeOutputShare() {}

    static Indicator of(ClusterFigures figures, ReportingYears years) {
        return Ratio.of(figures.year(years.last()), Figure.SME_OUTPUT, Figure.TOTAL_OUTPUT);
    }
}
