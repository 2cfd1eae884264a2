package org.smecluster.indicator;

import org.smecluster.law.LegalBasis;

/** 产品和服务对外贸易快速发展, read from exports: no step down and the last year above the first. */
@LegalBasis(article = 11, item = 7)
final class ExportGrowing {

    private ExportGrowing() {}

    static Indicator of(ClusterFigures figures, ReportingYears years) {
        return Trend.rising(Series.of(Figure.EXPORTS, figures, years));
    }
}
