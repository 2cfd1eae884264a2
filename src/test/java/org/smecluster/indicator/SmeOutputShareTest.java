package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("第十一条(一)：最近一年中小企业产值占集群总产值的比重")
class SmeOutputShareTest {

    @ParameterizedTest(name = "{0} ÷ {1} → {2}")
    @CsvSource({
        "12, 20, 0.600000000000",
        "11.99999999999, 20, 0.600000000000",
        "11.9999999999, 20, 0.599999999995",
        "12.0000000001, 20, 0.600000000005",
        "0, 20, 0.000000000000",
        "1, 3, 0.333333333333",
        "2, 3, 0.666666666667"
    })
    void ofLatestYear(String part, String whole, BigDecimal expected) {
        assertThat(of(part, whole).value()).isEqualTo(expected);
    }

    @Test
    @DisplayName("分母为零或未填报：无法计算，并说明原因")
    void undefined() {
        assertThat(of("1", "0").reason()).isEqualTo("2025年集群总产值不大于零，比值无法计算，请核对");
        assertThat(of("", "10").reason()).isEqualTo("“年度数据”未填报2025年中小企业产值，请补填");
        assertThat(of("", "").reason()).isEqualTo("“年度数据”未填报2025年中小企业产值、集群总产值，请补填");
        assertThat(of("1", "").reason()).isEqualTo("“年度数据”未填报2025年集群总产值，请补填");
    }

    private static Indicator of(String part, String whole) {
        return SmeOutputShare.of(
                FiguresOf.latest(Figure.SME_OUTPUT, part, Figure.TOTAL_OUTPUT, whole), FiguresOf.YEARS);
    }
}
