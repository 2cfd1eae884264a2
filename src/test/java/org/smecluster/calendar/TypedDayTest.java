package org.smecluster.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("填写的日期：年份四位")
class TypedDayTest {

    @Test
    @DisplayName("年-月-日，前后的空格不计")
    void aDay() {
        assertThat(TypedDay.parse(" 2024-02-29 ")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(TypedDay.parse("9999-12-31").plusDays(1)).isEqualTo("+10000-01-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+999999999-12-31",
                "-999999999-01-01",
                "-0001-01-01",
                "12026-01-01",
                "2026-02-29",
                "2026-2-1"
            })
    @DisplayName("别的都不是日期")
    void none(String text) {
        assertThatThrownBy(() -> TypedDay.parse(text)).isInstanceOf(DateTimeParseException.class);
    }
}
