package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("年度数据的各项")
class FigureTest {

    @ParameterizedTest
    @CsvSource({
        "TOTAL_OUTPUT, totalOutput, total_output",
        "SME_RD_EXPENSE, smeRdExpense, sme_rd_expense",
        "SMES, smes, smes",
        "CO2_EMISSIONS, co2Emissions, co2_emissions"
    })
    @DisplayName("在决策表和数据库中的名称由同一处得出")
    void names(Figure figure, String key, String column) {
        assertThat(figure.key()).isEqualTo(key);
        assertThat(figure.column()).isEqualTo(column);
        assertThat(Figure.of(key)).isEqualTo(figure);
    }

    @Test
    @DisplayName("没有这一项的，指出名称")
    void unknown() {
        assertThatThrownBy(() -> Figure.of("profit")).hasMessageContaining("profit");
    }

    @Test
    @DisplayName("未填报的没有值，填了又去掉的也没有；0是值")
    void absentIsNotZero() {
        YearFigures year = YearFigures.nothingFor(2025).with(Figure.SMES, 0);
        assertThat(year.get(Figure.SMES)).isEqualByComparingTo("0");
        assertThat(year.get(Figure.EXPORTS)).isNull();
        assertThat(year.with(Figure.SMES, null)).isEqualTo(YearFigures.nothingFor(2025));
    }

    @Test
    @DisplayName("家数、人数、件数只能是整数")
    void countsAreWhole() {
        YearFigures year = YearFigures.nothingFor(2025);
        assertThat(year.with(Figure.SMES, new BigDecimal("3.0")).get(Figure.SMES))
                .isEqualByComparingTo("3");
        assertThatThrownBy(() -> year.with(Figure.SMES, new BigDecimal("3.5"))).hasMessageContaining("中小企业数");
    }

    @ParameterizedTest(name = "{0} 以{1}计，至多{2}")
    @CsvSource({
        "TOTAL_OUTPUT, 亿元, 10000, 是否误按万元或元填写",
        "CO2_EMISSIONS, 万吨, 20000, 是否误按吨填写",
        "EMISSION_INTENSITY, 吨/万元, 1000, 请核对单位",
        "INDUSTRIAL_SOFTWARE_USAGE, %, 1, ",
        "SME_INVENTION_PATENTS, 件, 10000000, ",
        "EMPLOYEES, 人, 10000000, ",
        "ENTERPRISES, 家, 10000000, "
    })
    @DisplayName("各项的单位、所收的最大值，超出时疑似的笔误")
    void measures(Figure figure, String unit, BigDecimal most, String slip) {
        assertThat(figure.measure().unit()).isEqualTo(unit);
        assertThat(figure.measure().most()).isEqualByComparingTo(most);
        if (slip == null) {
            assertThat(figure.measure().slip()).isNull();
        } else {
            assertThat(figure.measure().slip()).contains(slip);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SME_OUTPUT, 第十一条(一), 不大于总产值",
        "SME_INVENTION_PATENTS, 第十一条(四), 以“专利清单”为准",
        "SMES, 第二条, 按中小企业划型标准",
        "EXPORTS, 第十一条(七), 没有的填0"
    })
    @DisplayName("各项依哪一条要求填报，怎样填")
    void basis(Figure figure, String article, String note) {
        assertThat(figure.basis()).hasToString(article);
        assertThat(figure.note()).contains(note);
    }
}
