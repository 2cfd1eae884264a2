package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("第十一条(六)：二氧化碳排放强度持续下降，即每一年都低于上一年")
class EmissionIntensityFallingTest {

    @ParameterizedTest(name = "{0}、{1}、{2} → {3}")
    @CsvSource({
        "30, 29, 28, true",
        "30, 29.999999999999, 29.999999999998, true",
        "30, 30.0, 28, false",
        "30, 29, 29.00, false",
        "30, 31, 28, false",
        "30, 28, 29, false",
        "0, 0, 0, false"
    })
    void overThreeYears(String first, String middle, String last, boolean expected) {
        assertThat(of(first, middle, last).value()).isEqualTo(expected);
    }

    @Test
    @DisplayName("有一年未填报即无法判断")
    void missing() {
        assertThat(of("3", "", "1").reason()).isEqualTo("“年度数据”未填报2024年二氧化碳排放强度，请补填");
        assertThat(of("", "2", "1").value()).isNull();
        assertThat(of("3", "2", "").value()).isNull();
    }

    private static Indicator of(String first, String middle, String last) {
        return EmissionIntensityFalling.of(
                FiguresOf.threeYears(Figure.EMISSION_INTENSITY, first, middle, last), FiguresOf.YEARS);
    }
}
