package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("第十一条(一)：近三年产值取三年中最低的一年")
class MinAnnualOutputTest {

    @ParameterizedTest(name = "{0}、{1}、{2} → {3}")
    @CsvSource({
        "20, 25, 30, 20",
        "25, 19.999999999999, 30, 19.999999999999",
        "30, 25, 20.000000000001, 20.000000000001",
        "30, 25, 20.0000000000004, 20",
        "0, 25, 30, 0"
    })
    void least(String first, String middle, String last, BigDecimal expected) {
        assertThat((BigDecimal) of(first, middle, last).value()).isEqualByComparingTo(expected);
    }

    @Test
    @DisplayName("有一年未填报即无法判断，指出是哪一年")
    void missing() {
        assertThat(of("20", "", "30").reason()).isEqualTo("“年度数据”未填报2024年集群总产值，请补填");
        assertThat(of("", "", "").reason()).isEqualTo("“年度数据”未填报2023年、2024年、2025年集群总产值，请补填");
    }

    private static Indicator of(String first, String middle, String last) {
        return MinAnnualOutput.of(FiguresOf.threeYears(Figure.TOTAL_OUTPUT, first, middle, last), FiguresOf.YEARS);
    }
}
