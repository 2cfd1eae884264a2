package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.indicator.EnterpriseTitle.INNOVATIVE_SME;
import static org.smecluster.indicator.EnterpriseTitle.LITTLE_GIANT;
import static org.smecluster.indicator.EnterpriseTitle.MANUFACTURING_CHAMPION;
import static org.smecluster.indicator.EnterpriseTitle.NATIONAL_HIGH_TECH;
import static org.smecluster.indicator.EnterpriseTitle.SPECIALISED_SME;
import static org.smecluster.indicator.FiguresOf.AS_OF;
import static org.smecluster.indicator.FiguresOf.enterprise;
import static org.smecluster.indicator.FiguresOf.enterprises;
import static org.smecluster.indicator.FiguresOf.titled;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("第十一条(二)：主导产业中的创新型中小企业、“专精特新”中小企业和国家级高新技术企业")
class QualitySmeCountTest {

    @Test
    @DisplayName("五家企业各有一种或多种称号，每家计一次")
    void eachOnce() {
        assertThat(count(
                        enterprise(1, true, INNOVATIVE_SME, SPECIALISED_SME, NATIONAL_HIGH_TECH),
                        enterprise(2, true, INNOVATIVE_SME),
                        enterprise(3, true, SPECIALISED_SME),
                        enterprise(4, true, NATIONAL_HIGH_TECH),
                        enterprise(5, true, NATIONAL_HIGH_TECH, SPECIALISED_SME)))
                .isEqualTo(5);
    }

    @Test
    @DisplayName("同一信用代码列了两次只计一家")
    void listedTwice() {
        assertThat(count(enterprise(1, true, INNOVATIVE_SME), enterprise(1, true, NATIONAL_HIGH_TECH)))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("不属于主导产业的不计；只有单项冠军、“小巨人”称号的由另一指标计")
    void others() {
        assertThat(count(
                        enterprise(1, false, INNOVATIVE_SME),
                        enterprise(2, true, LITTLE_GIANT, MANUFACTURING_CHAMPION)))
                .isZero();
    }

    @Test
    @DisplayName("一种称号过期、另一种有效的仍计一家")
    void oneExpired() {
        Enterprise expired = titled(1, true, null, AS_OF.minusDays(1), INNOVATIVE_SME);
        Enterprise valid = titled(1, true, null, AS_OF, SPECIALISED_SME);

        assertThat(count(expired)).isZero();
        assertThat(count(expired, valid)).isEqualTo(1);
    }

    @Test
    @DisplayName("企业名单为空是缺数据，不是零家")
    void emptyList() {
        assertThat(QualitySmeCount.of(enterprises(), AS_OF).value()).isNull();
    }

    private static Integer count(Enterprise... enterprises) {
        return (Integer) QualitySmeCount.of(enterprises(enterprises), AS_OF).value();
    }
}
