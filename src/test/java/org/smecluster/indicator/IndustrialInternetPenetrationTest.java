package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("第十一条(五)：最近一年应用工业互联网平台的企业占全部企业的比重")
class IndustrialInternetPenetrationTest {

    @ParameterizedTest(name = "{0} ÷ {1} → {2}")
    @CsvSource({
        "10, 100, 0.100000000000",
        "10, 101, 0.099009900990",
        "11, 100, 0.110000000000",
        "0, 100, 0.000000000000",
        "100, 100, 1.000000000000"
    })
    void ofLatestYear(String part, String whole, BigDecimal expected) {
        assertThat(of(part, whole).value()).isEqualTo(expected);
    }

    @Test
    @DisplayName("分母为零或未填报：无法计算，并说明原因")
    void undefined() {
        assertThat(of("1", "0").reason()).isEqualTo("2025年企业数不大于零，比值无法计算，请核对");
        assertThat(of("", "10").reason()).isEqualTo("“年度数据”未填报2025年应用工业互联网平台的企业数，请补填");
        assertThat(of("", "").reason()).isEqualTo("“年度数据”未填报2025年应用工业互联网平台的企业数、企业数，请补填");
        assertThat(of("1", "").reason()).isEqualTo("“年度数据”未填报2025年企业数，请补填");
    }

    private static Indicator of(String part, String whole) {
        return IndustrialInternetPenetration.of(
                FiguresOf.latest(Figure.ENTERPRISES_ON_PLATFORM, part, Figure.ENTERPRISES, whole), FiguresOf.YEARS);
    }
}
