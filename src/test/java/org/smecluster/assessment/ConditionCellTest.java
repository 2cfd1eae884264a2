package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionCellTest {

    @ParameterizedTest(name = "{0} 接受 {1}：{2}")
    @DisplayName("比较式在界限上和界限两侧")
    @CsvSource({
        ">= 20, 19.999999999999, false",
        ">= 20, 20.0, true",
        ">=0.60, 0.6, true",
        "> 0.05, 0.05, false",
        "> 0.05, 0.050000000001, true",
        "<= 100, 100, true",
        "<= 100, 100.000000000001, false",
        "< 1, 1, false",
        "< 1, 0, true",
        "'< 1, null', 0, true",
        "'< 1, null', 1, false",
        "> -0.5, -0.4, true"
    })
    void comparisons(String cell, BigDecimal value, boolean accepted) {
        assertThat(ConditionCell.parse(cell).accepts(value.doubleValue())).isEqualTo(accepted);
    }

    @Test
    @DisplayName("空值和是否")
    void otherValues() {
        assertThat(ConditionCell.parse("< 1, null").accepts(null)).isTrue();
        assertThat(ConditionCell.parse("< 1").accepts(null)).isFalse();
        assertThat(ConditionCell.parse("true").accepts(true)).isTrue();
        assertThat(ConditionCell.parse("true").accepts(false)).isFalse();
        assertThat(ConditionCell.parse("true").accepts(null)).isFalse();
    }

    @ParameterizedTest
    @DisplayName("读不懂的写法：不接受任何值，也没有限值")
    @CsvSource(
            delimiter = '|',
            value = {"[20..30]", "not(> 5)", "? >= 20", "20", ">= threshold", ">= 1e3", "? != false"})
    void unread(String cell) {
        assertThat(ConditionCell.parse(cell).thresholds()).isEmpty();
        assertThat(ConditionCell.parse(cell).accepts(25)).isFalse();
    }

    @ParameterizedTest
    @DisplayName("数值照写出来的样子，不写成科学记数法，不丢小数")
    @CsvSource({"1E+3, 1000", "2.50, 2.50", "1000000000.0, 1000000000.0", "0, 0"})
    void exact(BigDecimal value, String written) {
        assertThat(ConditionCell.exact(value)).hasToString(written);
    }
}
