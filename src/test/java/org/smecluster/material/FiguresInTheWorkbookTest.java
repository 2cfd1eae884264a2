package org.smecluster.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.YearFigures;
import org.smecluster.material.WorkbookComparison.Change;

@DisplayName("年度数据的每一项")
class FiguresInTheWorkbookTest {

    @ParameterizedTest
    @EnumSource(Figure.class)
    @DisplayName("改动的写进版本对照，带年度和单位")
    void changesAreTold(Figure figure) {
        YearFigures before = YearFigures.nothingFor(2025);
        assertThat(FormChanges.between(before, before.with(figure, BigDecimal.ONE)))
                .containsExactly(new Change(
                        "年度数据",
                        figure.label() + "（2025年，" + figure.measure().unit() + "）",
                        null,
                        figure == Figure.INDUSTRIAL_SOFTWARE_USAGE ? "100" : "1"));
    }
}
