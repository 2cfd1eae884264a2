package org.smecluster.indicator;

import org.smecluster.law.LegalBasis;

/** 二氧化碳排放量持续下降. */
@LegalBasis(article = 11, item = 6)
final class Co2EmissionFalling {

    private Co2EmissionFalling() {}

    static Indicator of(ClusterFigures figures, ReportingYears years) {
        return Trend.falling(Series.of(Figure.CO2_EMISSIONS, figures, years));
    }
}
