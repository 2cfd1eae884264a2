package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("第十一条(五)：工业软件应用率稳步提升，即逐年不降且末年高于首年")
class IndustrialSoftwareUsageRisingTest {

    @ParameterizedTest(name = "{0}、{1}、{2} → {3}")
    @CsvSource({
        "0.30, 0.35, 0.40, true",
        "0.30, 0.30, 0.40, true",
        "0.30, 0.40, 0.40, true",
        "0.30, 0.30, 0.300000000001, true",
        "0.30, 0.30, 0.300, false",
        "0.30, 0.299999999999, 0.40, false",
        "0.30, 0.40, 0.39, false",
        "0.40, 0.35, 0.30, false"
    })
    void overThreeYears(String first, String middle, String last, boolean expected) {
        assertThat(of(first, middle, last).value()).isEqualTo(expected);
    }

    @Test
    @DisplayName("有一年未填报即无法判断")
    void missing() {
        assertThat(of("3", "", "1").reason()).isEqualTo("“年度数据”未填报2024年工业软件应用率，请补填");
        assertThat(of("", "2", "1").value()).isNull();
        assertThat(of("3", "2", "").value()).isNull();
    }

    private static Indicator of(String first, String middle, String last) {
        return IndustrialSoftwareUsageRising.of(
                FiguresOf.threeYears(Figure.INDUSTRIAL_SOFTWARE_USAGE, first, middle, last), FiguresOf.YEARS);
    }
}
