package org.smecluster.indicator;

import org.smecluster.law.LegalBasis;

/** 二氧化碳排放强度持续下降. */
@LegalBasis(article = 11, item = 6)
final class EmissionIntensityFalling {

    private EmissionIntensityFalling() {}

    static Indicator of(ClusterFigures figures, ReportingYears years) {
        return Trend.falling(Series.of(Figure.EMISSION_INTENSITY, figures, years));
    }
}
