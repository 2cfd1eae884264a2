package org.smecluster.indicator;

import static org.smecluster.indicator.EnterpriseTitle.LITTLE_GIANT;
import static org.smecluster.indicator.EnterpriseTitle.MANUFACTURING_CHAMPION;

import java.time.LocalDate;
import org.smecluster.law.LegalBasis;

/** Leading-industry enterprises that are 制造业单项冠军 or 专精特新“小巨人”, each once. */
@LegalBasis(article = 11, item = 2)
final class ChampionOrLittleGiantCount {

    private ChampionOrLittleGiantCount() {}

    static Indicator of(ClusterFigures figures, LocalDate asOf) {
        return TitledEnterprises.count(figures, asOf, MANUFACTURING_CHAMPION, LITTLE_GIANT);
    }
}
