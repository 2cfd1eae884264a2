package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("年均增长率按水平法计算：(末年÷首年)的平方根减一")
class MeanAnnualGrowthTest {

    @ParameterizedTest(name = "{0} → {1}：{2}")
    @CsvSource({
        "100, 110.25, 0.050000000000",
        "20, 22.05, 0.050000000000",
        "3, 3.3075, 0.050000000000",
        "7.77, 8.566425, 0.050000000000",
        "100, 110.2499999999, 0.050000000000",
        "100, 110.249999999, 0.049999999995",
        "100, 110.25000001, 0.050000000048",
        "100, 106.09, 0.030000000000",
        "100, 100, 0.000000000000",
        "100, 81, -0.100000000000",
        "100, 0, -1.000000000000",
        "1, 2, 0.414213562373",
        "0.01, 1000000, 9999.000000000000"
    })
    void exactToTwelvePlaces(String first, String last, BigDecimal expected) {
        assertThat(growth(first, last).value()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "首年 {0}")
    @CsvSource({"0", "-0.01", "0.00"})
    @DisplayName("首年不大于零：不是零增长，而是无法计算，并说明原因")
    void noBase(String first) {
        Indicator growth = growth(first, "10");

        assertThat(growth.value()).isNull();
        assertThat(growth.reason()).isEqualTo("2023年产值不大于零，没有可比的基数，年均增长率无法计算，请核对");
    }

    @Test
    @DisplayName("末年为负：无法开方，不抛异常")
    void negativeLastYear() {
        assertThat(growth("10", "-1").reason()).contains("2025年产值为负数");
    }

    @Test
    @DisplayName("首年、末年未填报：指出是哪几年")
    void missingYears() {
        assertThat(growth(null, null).reason()).isEqualTo("“年度数据”未填报2023年、2025年产值，请补填");
        assertThat(growth(null, "1").reason()).isEqualTo("“年度数据”未填报2023年产值，请补填");
        assertThat(growth("1", null).reason()).isEqualTo("“年度数据”未填报2025年产值，请补填");
    }

    private static Indicator growth(String first, String last) {
        return MeanAnnualGrowth.of(new Series(
                "产值", FiguresOf.YEARS, Arrays.asList(FiguresOf.number(first), null, FiguresOf.number(last))));
    }
}
