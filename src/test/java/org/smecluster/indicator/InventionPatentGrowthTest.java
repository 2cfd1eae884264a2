package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("第十一条(四)：中小企业有效发明专利年均增长率")
class InventionPatentGrowthTest {

    @ParameterizedTest(name = "{0}、{1}、{2} → {3}")
    @CsvSource({
        "10000, 10300, 10609, 0.030000000000",
        "10000, 10300, 10608, 0.029951455167",
        "10000, 10300, 10610, 0.030048542545"
    })
    void ofThreeYears(String first, String middle, String last, BigDecimal expected) {
        assertThat(of(first, middle, last).value()).isEqualTo(expected);
    }

    @Test
    @DisplayName("首年为零或末年未填报：无法计算，并指明是哪项数据")
    void undefined() {
        assertThat(of("0", "5", "10").reason()).startsWith("2023年中小企业有效发明专利数不大于零");
        assertThat(of("10", "5", "").reason()).isEqualTo("“年度数据”未填报2025年中小企业有效发明专利数，请补填");
    }

    private static Indicator of(String first, String middle, String last) {
        return InventionPatentGrowth.of(
                FiguresOf.threeYears(Figure.SME_INVENTION_PATENTS, first, middle, last), FiguresOf.YEARS);
    }
}
