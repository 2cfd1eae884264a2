package org.smecluster.indicator;

import java.math.BigDecimal;
import org.smecluster.law.LegalBasis;

/** 每万人有效发明专利拥有量 at the end of the latest year: SMEs' valid invention patents per 10 000 year-end employees. */
@LegalBasis(article = 11, item = 4)
final class InventionPatentsPer10kEmployees {

    private InventionPatentsPer10kEmployees() {}

    static Indicator of(ClusterFigures figures, ReportingYears years) {
        YearFigures latest = figures.year(years.last());
        Long patents = latest.smeInventionPatents();
        return Ratio.of(
                latest.year(),
                "中小企业有效发明专利数",
                patents == null ? null : BigDecimal.valueOf(patents).movePointRight(4),
                "年末从业人员",
                Series.decimal(latest.employees()));
    }
}
