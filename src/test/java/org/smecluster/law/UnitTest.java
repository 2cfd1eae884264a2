package org.smecluster.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("数值读出来的样子")
class UnitTest {

    @ParameterizedTest(name = "{1} 对 {2} → {3}")
    @DisplayName("小数位尽量少，但不越过任何一个限值：59.996% 不写成 60%")
    @CsvSource({
        "PERCENT, 0.583333, 0.60, 58.3 %",
        "PERCENT, 0.59996, 0.60, 59.996 %",
        "PERCENT, 0.5996, 0.60, 59.96 %",
        "PERCENT, 0.60, 0.60, 60 %",
        "PERCENT, 0.60004, 0.60, 60.004 %",
        "HUNDRED_MILLION_YUAN, 25.126, 20, 25.13 亿元",
        "HUNDRED_MILLION_YUAN, 25.125, 20, 25.13 亿元",
        "HUNDRED_MILLION_YUAN, 1200, 20, 1200 亿元",
        "HUNDRED_MILLION_YUAN, 19.999, 20 25, 19.999 亿元",
        "HUNDRED_MILLION_YUAN, 24.999, 20 25, 24.999 亿元",
        "PATENTS, 60.06, 50, 60.1 个",
        "ENTERPRISES, 0.00, 1, 0 家"
    })
    void text(Unit unit, BigDecimal value, String limits, String text) {
        assertThat(unit.text(value, numbers(limits))).isEqualTo(text);
    }

    @Test
    @DisplayName("没有限值可对照的，一位也不舍去")
    void withoutALimit() {
        assertThat(Unit.PERCENT.text(new BigDecimal("0.583333"), List.of())).isEqualTo("58.3333 %");
    }

    @ParameterizedTest(name = "{1} 对 {2} → {3}")
    @DisplayName("差距是读者用看到的数自己算得出的；占比的差距以百分点计")
    @CsvSource({
        "PERCENT, 0.583333, 0.60, 1.7 个百分点",
        "PERCENT, 0.62, 0.60, 2 个百分点",
        "HUNDRED_MILLION_YUAN, 19.85, 20, 0.15 亿元",
        "SQUARE_KM, 100, 100, 0 平方公里"
    })
    void distance(Unit unit, BigDecimal value, BigDecimal limit, String text) {
        assertThat(unit.distance(value, limit, List.of(limit))).isEqualTo(text);
    }

    @ParameterizedTest(name = "{1} → {2}：{3}")
    @DisplayName("变化带正负号：占比只写百分点，其余再写百分比；原为零或负数的、百分比不足0.1的不写百分比")
    @CsvSource({
        "PERCENT, 0.60, 0.632, +3.2 个百分点",
        "PERCENT, 0.60, 0.53, −7 个百分点",
        "HUNDRED_MILLION_YUAN, 26, 22, −4 亿元（−15.4%）",
        "HUNDRED_MILLION_YUAN, 31, 35, +4 亿元（+12.9%）",
        "HUNDRED_MILLION_YUAN, 20, 20, +0 亿元",
        "HUNDRED_MILLION_YUAN, 20, 19.991, −0.009 亿元",
        "HUNDRED_MILLION_YUAN, 20, 19.99, −0.01 亿元（−0.1%）",
        "HUNDRED_MILLION_YUAN, 0, 5, +5 亿元",
        "HUNDRED_MILLION_YUAN, -1, 5, +6 亿元"
    })
    void change(Unit unit, BigDecimal before, BigDecimal now, String text) {
        assertThat(unit.change(before, now)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{1} 对 {2} → {3}")
    @DisplayName("用于比较的数就是读者看到的数，占比仍为占比")
    @CsvSource({
        "PERCENT, 0.583333, 0.60, 0.583",
        "PERCENT, 0.600, 0.60, 0.6",
        "PERCENT, 0.000, 0.60, 0",
        "ENTERPRISES, 10, 5, 1E+1"
    })
    void shown(Unit unit, BigDecimal value, BigDecimal limit, BigDecimal shown) {
        assertThat(unit.shown(value, List.of(limit))).isEqualTo(shown);
    }

    private static List<BigDecimal> numbers(String text) {
        return Stream.of(text.split(" ")).map(BigDecimal::new).toList();
    }
}
