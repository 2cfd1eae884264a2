package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("第十二条(一)：产值比例最大的县由各县产值算出")
class ExtentTest {

    private static Extent extent(String own, String other) {
        return new Extent(
                List.of(
                        new CountyOutput("640221", new BigDecimal(own)),
                        new CountyOutput("640202", new BigDecimal(other))),
                List.of(),
                null);
    }

    @ParameterizedTest(name = "{0}亿元，另一县{1}亿元：{2}")
    @CsvSource({"10.0001, 10, true", "10.00, 10, true", "9.9999, 10, false", "0, 10, false", "0.0001, 0, true"})
    @DisplayName("略高、并列、略低")
    void largest(String own, String other, boolean largest) {
        assertThat(extent(own, other).isLargest("640221")).isEqualTo(largest);
    }

    @Test
    @DisplayName("没有填报的县：不知道")
    void unknown() {
        assertThat(extent("1", "2").isLargest("640205")).isNull();
        assertThat(new Extent(List.of(), List.of(), null).isLargest("640221")).isNull();
    }

    @Test
    @DisplayName("比例保留一位小数，四舍五入")
    void percent() {
        Extent thirds = extent("1", "2");
        assertThat(thirds.outputs())
                .map(thirds::percent)
                .map(BigDecimal::toString)
                .containsExactly("33.3", "66.7");
    }
}
