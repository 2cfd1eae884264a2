package org.smecluster.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IndicatorsTest {

    @Test
    @DisplayName("什么都没有填报：每个指标都没有值，都说明原因，不抛异常")
    void nothingSupplied() {
        ClusterFigures nothing = new ClusterFigures(null, null, null, null, List.of(), List.of());

        assertThat(Indicators.of(nothing, FiguresOf.YEARS, FiguresOf.AS_OF, HeadCount.ALL_ENTERPRISES))
                .hasSize(14)
                .allSatisfy((code, indicator) -> {
                    assertThat(indicator.value()).as(code).isNull();
                    assertThat(indicator.reason()).as(code).contains("请补填");
                });
    }
}
