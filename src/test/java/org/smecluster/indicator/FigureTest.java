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
}
