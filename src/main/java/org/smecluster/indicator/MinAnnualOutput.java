package org.smecluster.indicator;

import java.util.Collections;
import org.smecluster.law.LegalBasis;

/** 近三年产值: the least total output of the three years, 亿元. */
@LegalBasis(article = 11, item = 1)
final class MinAnnualOutput {

    private MinAnnualOutput() {}

    static Indicator of(ClusterFigures figures, ReportingYears years) {
        Series output = Series.of(Figure.TOTAL_OUTPUT, figures, years);
        return output.unlessAllSupplied()
                .orElseGet(() -> Indicator.of(Ratio.rounded(Collections.min(output.values()))));
    }
}
