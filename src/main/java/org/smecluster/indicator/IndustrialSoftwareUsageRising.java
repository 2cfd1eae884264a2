package org.smecluster.indicator;

import org.smecluster.law.LegalBasis;

/** 工业软件应用率稳步提升. */
@LegalBasis(article = 11, item = 5)
final class IndustrialSoftwareUsageRising {

    private IndustrialSoftwareUsageRising() {}

    static Indicator of(ClusterFigures figures, ReportingYears years) {
        return Trend.rising(Series.of(Figure.INDUSTRIAL_SOFTWARE_USAGE, figures, years));
    }
}
