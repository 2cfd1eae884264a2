package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("第十一条(四)：近三年中小企业研发经费年均增长")
class SmeRdGrowthTest {

    @ParameterizedTest(name = "{0}、{1}、{2} → {3}")
    @CsvSource({
        "0.8, 0.9, 0.882, 0.050000000000",
        "0.8, 0.9, 0.8819, 0.049940474503",
        "0.8, 0.9, 0.8821, 0.050059522122"
    })
    void ofThreeYears(String first, String middle, String last, BigDecimal expected) {
        assertThat(of(first, middle, last).value()).isEqualTo(expected);
    }

    @Test
    @DisplayName("首年为零或末年未填报：无法计算，并指明是哪项数据")
    void undefined() {
        assertThat(of("0", "5", "10").reason()).startsWith("2023年中小企业研发经费不大于零");
        assertThat(of("10", "5", "").reason()).isEqualTo("“年度数据”未填报2025年中小企业研发经费，请补填");
    }

    private static Indicator of(String first, String middle, String last) {
        return SmeRdGrowth.of(FiguresOf.threeYears(Figure.SME_RD_EXPENSE, first, middle, last), FiguresOf.YEARS);
    }
}
