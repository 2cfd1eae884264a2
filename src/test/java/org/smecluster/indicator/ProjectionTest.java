package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("按年均增速推算以后各年：金额、人数、比率各按自己的增速")
class ProjectionTest {

    private static final ReportingYears LATER = new ReportingYears(2025);

    @Test
    @DisplayName("已报的年份照旧，以后每年乘以一加年均增速")
    void carriedOn() {
        ClusterFigures latest = FiguresOf.threeYears(Figure.TOTAL_OUTPUT, "20", "21", "22.05");
        Projection projection = Projection.of(latest, FiguresOf.YEARS, LATER);
        assertThat(projection.years()).isEqualTo(LATER);
        assertThat(projection.kept()).isEmpty();
        assertThat(projection.figures().year(2025).get(Figure.TOTAL_OUTPUT)).isEqualByComparingTo("22.05");
        assertThat(projection.figures().year(2026).get(Figure.TOTAL_OUTPUT)).isEqualByComparingTo("23.1525");
        assertThat(projection.figures().year(2027).get(Figure.TOTAL_OUTPUT)).isEqualByComparingTo("24.310125");
    }

    @ParameterizedTest(name = "{0}、{1} → {2}")
    @CsvSource({"100, 121, 133", "100, 144, 173", "3, 5, 6", "5, 3, 2"})
    @DisplayName("人数、件数四舍五入为整数")
    void countsAreWhole(String first, String last, long next) {
        Projection projection = Projection.of(
                FiguresOf.threeYears(Figure.SME_INVENTION_PATENTS, first, "1", last), FiguresOf.YEARS, LATER);
        assertThat(projection.figures().year(2026).get(Figure.SME_INVENTION_PATENTS))
                .isEqualTo(BigDecimal.valueOf(next));
    }

    @Test
    @DisplayName("增速算不出来的，保持末年的数并列出名称；末年没有填报的，仍是没有")
    void withoutGrowth() {
        Projection kept = Projection.of(FiguresOf.threeYears(Figure.EXPORTS, "0", "1", "7"), FiguresOf.YEARS, LATER);
        assertThat(kept.kept()).containsExactly("出口额");
        assertThat(kept.figures().year(2027).get(Figure.EXPORTS)).isEqualByComparingTo("7");

        Projection missing = Projection.of(FiguresOf.threeYears(Figure.EXPORTS, "1", "1", ""), FiguresOf.YEARS, LATER);
        assertThat(missing.kept()).isEmpty();
        assertThat(missing.figures().year(2027).get(Figure.EXPORTS)).isNull();
        assertThat(missing.figures().year(2027).get(Figure.SME_INVENTION_PATENTS))
                .isNull();
    }

    @Test
    @DisplayName("要的年份都已报的，没有什么要推算，也不列出")
    void nothingToProject() {
        Projection projection =
                Projection.of(FiguresOf.threeYears(Figure.EXPORTS, "0", "1", "7"), FiguresOf.YEARS, FiguresOf.YEARS);
        assertThat(projection.kept()).isEmpty();
        assertThat(projection.figures().year(2024).get(Figure.EXPORTS)).isEqualByComparingTo("1");
    }

    @Test
    @DisplayName("每一项都推算：各项互不混淆")
    void everyFigure() {
        for (Figure figure : Figure.values()) {
            Function<Integer, YearFigures> years =
                    year -> Projection.of(FiguresOf.threeYears(figure, "100", "110", "121"), FiguresOf.YEARS, LATER)
                            .figures()
                            .year(year);
            assertThat(years.apply(2025)).isEqualTo(YearFigures.nothingFor(2025).with(figure, new BigDecimal("121")));
            assertThat(years.apply(2026).values()).containsOnlyKeys(figure);
            assertThat(years.apply(2026).get(figure))
                    .isEqualByComparingTo(figure.measure().isCount() ? "133" : "133.1");
        }
    }
}
