package org.smecluster.indicator;

import org.smecluster.law.LegalBasis;

/** 工业互联网平台应用普及率: enterprises on an industrial-internet platform of all enterprises, latest year, a ratio. */
@LegalBasis(article = 11, item = 5)
final class IndustrialInternetPenetration {

    private IndustrialInternetPenetration() {}

    static Indicator of(ClusterFigures figures, ReportingYears years) {
        return Ratio.of(figures.year(years.last()), Figure.ENTERPRISES_ON_PLATFORM, Figure.ENTERPRISES);
    }
}
