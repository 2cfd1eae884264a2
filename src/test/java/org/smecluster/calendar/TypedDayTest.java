package org.smecluster.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.smecluster.law.Refusal;
import org.smecluster.support.TypedDays;

@DisplayName("填写的日期：五种写法，别的都不猜")
class TypedDayTest {

    @ParameterizedTest
    @FieldSource("org.smecluster.support.TypedDays#MARCH_FIRST")
    @DisplayName("年-月-日的五种写法，前后的空格不计，全角数字也算")
    void aDay(String text) {
        assertThat(TypedDay.parse(text)).isEqualTo(LocalDate.of(2027, 3, 1));
    }

    @ParameterizedTest
    @FieldSource("org.smecluster.support.TypedDays#NONE")
    @DisplayName("别的都不是日期，什么都不猜")
    void none(String text) {
        assertThatThrownBy(() -> TypedDay.parse(text)).isInstanceOf(DateTimeParseException.class);
    }

    @Test
    @DisplayName("界限：闰日、1900年第一天和9999年最后一天")
    void borders() {
        assertThat(TypedDay.parse("2024/2/29")).isEqualTo("2024-02-29");
        assertThat(TypedDay.parse("1900-01-01")).isEqualTo("1900-01-01");
        assertThat(TypedDay.parse("99991231").plusDays(1)).isEqualTo("+10000-01-01");
    }

    @Test
    @DisplayName("没有填的不是错；填错的说出是哪一项、填了什么、怎样填")
    void read() {
        assertThat(TypedDay.read("收到日期", "  ")).isNull();
        assertThat(TypedDay.read("收到日期", null)).isNull();
        assertThat(TypedDay.read("收到日期", "2027年3月1日")).isEqualTo("2027-03-01");
        assertThatThrownBy(() -> TypedDay.read("收到日期", "2027/2/30"))
                .isInstanceOf(Refusal.class)
                .hasMessage("收到日期“2027/2/30”不是有效的日期，请按年-月-日填写，例如2026-06-30");
    }

    @Test
    @DisplayName("写错的至少五十五种")
    void many() {
        assertThat(TypedDays.NONE).hasSizeGreaterThanOrEqualTo(55).doesNotHaveDuplicates();
    }
}
