package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("近三年：申报年以前的三年")
class ReportingYearsTest {

    @Test
    @DisplayName("2026年申报的，是2023、2024、2025年")
    void threeYearsBefore() {
        ReportingYears years = ReportingYears.ofApplicationIn(2026);
        assertThat(years.all()).containsExactly(2023, 2024, 2025);
        assertThat(years.first()).isEqualTo(2023);
        assertThat(years.middle()).isEqualTo(2024);
        assertThat(years.last()).isEqualTo(2025);
    }

    @Test
    @DisplayName("数据是哪三年的，由其第一年得出")
    void theYearsOfTheFigures() {
        List<YearFigures> figures =
                Stream.of(2023, 2024, 2025).map(YearFigures::nothingFor).toList();
        assertThat(ReportingYears.of(figures)).isEqualTo(ReportingYears.ofApplicationIn(2026));
    }
}
