package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("第十一条(四)：每万名年末从业人员拥有的有效发明专利")
class InventionPatentsPer10kEmployeesTest {

    @ParameterizedTest(name = "{0} ÷ {1} → {2}")
    @CsvSource({
        "5, 10000, 5.000000000000",
        "12, 24000, 5.000000000000",
        "12, 24001, 4.999791675347",
        "12, 23999, 5.000208342014",
        "0, 24000, 0.000000000000",
        "4, 30000, 1.333333333333"
    })
    void ofLatestYear(String part, String whole, BigDecimal expected) {
        assertThat(of(part, whole).value()).isEqualTo(expected);
    }

    @Test
    @DisplayName("分母为零或未填报：无法计算，并说明原因")
    void undefined() {
        assertThat(of("1", "0").reason()).isEqualTo("2025年年末从业人员不大于零，比值无法计算，请核对");
        assertThat(of("", "10").reason()).isEqualTo("“年度数据”未填报2025年中小企业有效发明专利数，请补填");
        assertThat(of("", "").reason()).isEqualTo("“年度数据”未填报2025年中小企业有效发明专利数、年末从业人员，请补填");
        assertThat(of("1", "").reason()).isEqualTo("“年度数据”未填报2025年年末从业人员，请补填");
    }

    @Test
    @DisplayName("另一种读法：人数按中小企业从业人员；没有填报的写明缺的是哪一项")
    void ofSmes() {
        ClusterFigures figures = FiguresOf.latest(Figure.SME_INVENTION_PATENTS, "12", Figure.SME_EMPLOYEES, "20000");

        assertThat(InventionPatentsPer10kEmployees.of(figures, FiguresOf.YEARS, HeadCount.SMES)
                        .value())
                .isEqualTo(new BigDecimal("6.000000000000"));
        assertThat(InventionPatentsPer10kEmployees.of(figures, FiguresOf.YEARS, HeadCount.ALL_ENTERPRISES)
                        .reason())
                .isEqualTo("“年度数据”未填报2025年年末从业人员，请补填");
    }

    private static Indicator of(String part, String whole) {
        return InventionPatentsPer10kEmployees.of(
                FiguresOf.latest(Figure.SME_INVENTION_PATENTS, part, Figure.EMPLOYEES, whole),
                FiguresOf.YEARS,
                HeadCount.ALL_ENTERPRISES);
    }
}
