package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("第十一条(一)：主导产业产值年均增速只看首年和末年")
class LeadingIndustryGrowthTest {

    @ParameterizedTest(name = "{0}、{1}、{2} → {3}")
    @CsvSource({
        "20, 21, 22.05, 0.050000000000",
        "20, 21, 22.0499, 0.049997619045",
        "20, 21, 22.0501, 0.050002380950",
        "20, , 22.05, 0.050000000000"
    })
    void ofThreeYears(String first, String middle, String last, BigDecimal expected) {
        assertThat(of(first, middle, last).value()).isEqualTo(expected);
    }

    @Test
    @DisplayName("首年为零或末年未填报：无法计算，并指明是哪项数据")
    void undefined() {
        assertThat(of("0", "5", "10").reason()).startsWith("2023年主导产业产值不大于零");
        assertThat(of("10", "5", "").reason()).isEqualTo("“年度数据”未填报2025年主导产业产值，请补填");
    }

    private static Indicator of(String first, String middle, String last) {
        return LeadingIndustryGrowth.of(
                FiguresOf.threeYears(Figure.LEADING_INDUSTRY_OUTPUT, first, middle, last), FiguresOf.YEARS);
    }
}
