package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.indicator.EnterpriseTitle.INNOVATIVE_SME;
import static org.smecluster.indicator.EnterpriseTitle.LITTLE_GIANT;
import static org.smecluster.indicator.EnterpriseTitle.MANUFACTURING_CHAMPION;
import static org.smecluster.indicator.FiguresOf.AS_OF;
import static org.smecluster.indicator.FiguresOf.enterprise;
import static org.smecluster.indicator.FiguresOf.enterprises;
import static org.smecluster.indicator.FiguresOf.titled;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("第十一条(二)：主导产业中的制造业单项冠军和专精特新“小巨人”企业")
class ChampionOrLittleGiantCountTest {

    @Test
    @DisplayName("两种称号都有的企业只计一家")
    void bothTitles() {
        assertThat(count(enterprise(1, true, MANUFACTURING_CHAMPION, LITTLE_GIANT), enterprise(2, true, LITTLE_GIANT)))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("同一信用代码列了两次只计一家")
    void listedTwice() {
        assertThat(count(enterprise(1, true, MANUFACTURING_CHAMPION), enterprise(1, true, LITTLE_GIANT)))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("不属于主导产业或只有其他称号的不计")
    void others() {
        assertThat(count(enterprise(1, false, LITTLE_GIANT), enterprise(2, true, INNOVATIVE_SME), enterprise(3, true)))
                .isZero();
    }

    @Test
    @DisplayName("称号须在申报之日有效：首日和末日当天有效，前一日和后一日无效")
    void validity() {
        assertThat(count(titled(1, true, AS_OF, AS_OF, LITTLE_GIANT))).isEqualTo(1);
        assertThat(count(titled(1, true, AS_OF.plusDays(1), null, LITTLE_GIANT)))
                .isZero();
        assertThat(count(titled(1, true, null, AS_OF.minusDays(1), LITTLE_GIANT)))
                .isZero();
        assertThat(count(titled(1, true, null, null, LITTLE_GIANT))).isEqualTo(1);
    }

    @Test
    @DisplayName("企业名单为空是缺数据，不是零家")
    void emptyList() {
        assertThat(ChampionOrLittleGiantCount.of(enterprises(), AS_OF).reason()).isEqualTo("“企业名单”为空，请补填集群内重点企业");
    }

    private static Integer count(Enterprise... enterprises) {
        return (Integer)
                ChampionOrLittleGiantCount.of(enterprises(enterprises), AS_OF).value();
    }
}
