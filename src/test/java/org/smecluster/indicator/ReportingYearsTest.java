package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

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
}
