package org.smecluster.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.law.Threshold.Operator;

@DisplayName("限值：略低、恰等、略高")
class ThresholdTest {

    @ParameterizedTest(name = "{0} 20")
    @DisplayName("“以上”“以下”含本数，“高于”“低于”不含；恰等与小数位数无关")
    @CsvSource({
        ">=, false, true, true, true",
        ">, false, false, true, true",
        "<=, true, true, false, false",
        "<, true, false, false, false"
    })
    void atTheLimit(String symbol, boolean below, boolean at, boolean above, boolean wantsMore) {
        Threshold threshold = new Threshold(Operator.of(symbol), new BigDecimal("20"));

        assertThat(threshold.accepts(new BigDecimal("19.999999999999"))).isEqualTo(below);
        assertThat(threshold.accepts(new BigDecimal("20.00"))).isEqualTo(at);
        assertThat(threshold.accepts(new BigDecimal("20.000000000001"))).isEqualTo(above);
        assertThat(threshold.wantsMore()).isEqualTo(wantsMore);
    }

    @Test
    @DisplayName("别的写法不是比较")
    void noOther() {
        assertThatThrownBy(() -> Operator.of("=")).isInstanceOf(NoSuchElementException.class);
    }
}
