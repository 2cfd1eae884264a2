package org.smecluster.indicator;

import java.math.BigDecimal;
import org.smecluster.law.LegalBasis;

/** 每万人有效发明专利拥有量 at the end of the latest year: SMEs' valid invention patents per 10 000 employees. */
@LegalBasis(article = 11, item = 4)
final class InventionPatentsPer10kEmployees {

    private InventionPatentsPer10kEmployees() {}

    static Indicator of(ClusterFigures figures, ReportingYears years, HeadCount headCount) {
        return Ratio.of(
                figures.year(years.last()),
                Figure.SME_INVENTION_PATENTS,
                headCount.employees(),
                BigDecimal.valueOf(10_000));
    }
}
