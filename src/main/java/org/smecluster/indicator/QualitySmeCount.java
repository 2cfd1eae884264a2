package org.smecluster.indicator;

import static org.smecluster.indicator.EnterpriseTitle.INNOVATIVE_SME;
import static org.smecluster.indicator.EnterpriseTitle.NATIONAL_HIGH_TECH;
import static org.smecluster.indicator.EnterpriseTitle.SPECIALISED_SME;

import java.time.LocalDate;
import org.smecluster.law.LegalBasis;

/** Leading-industry enterprises that are 创新型中小企业, “专精特新”中小企业 or 国家级高新技术企业, each once. */
@LegalBasis(article = 11, item = 2)
final class QualitySmeCount {

    private QualitySmeCount() {}

    static Indicator of(ClusterFigures figures, LocalDate asOf) {
        return TitledEnterprises.count(figures, asOf, INNOVATIVE_SME, SPECIALISED_SME, NATIONAL_HIGH_TECH);
    }
}
