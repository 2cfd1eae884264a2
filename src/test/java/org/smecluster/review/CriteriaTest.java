package org.smecluster.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.review.ExpertReview.Answer;
import org.smecluster.review.ExpertReview.Comparison;

@DisplayName("专家打分：按权重计算，差距超过界限的标明分歧较大")
class CriteriaTest {

    private static final Criteria TWO = criteria(20, 60, 40);

    private static Criteria criteria(int divergence, int... weights) {
        return new Criteria(
                "NXJQ-2026-PC-01",
                IntStream.range(0, weights.length)
                        .mapToObj(i -> new Criterion(i + 1, "标准" + (i + 1), weights[i]))
                        .toList(),
                divergence,
                1,
                "丁少华",
                false);
    }

    private static Answer answer(String score, Conclusion conclusion) {
        return new Answer(
                new ExpertOpinion(
                        "e",
                        "专家",
                        conclusion,
                        score == null ? null : new BigDecimal(score),
                        "意见",
                        Instant.EPOCH,
                        "NXJQ-2026-PC-01",
                        null,
                        null,
                        null),
                Map.of());
    }

    private static Comparison compared(String one, String other) {
        return ExpertReview.compare(
                TWO, List.of(answer(one, Conclusion.RECOMMEND), answer(other, Conclusion.RECOMMEND)));
    }

    @Test
    @DisplayName("拟的标准是第十一条的八项，权重合计100，本身无误")
    void proposed() {
        assertThat(Criteria.proposed("NXJQ-2026-PC-01").faults()).isEmpty();
        assertThat(Criteria.proposed("NXJQ-2026-PC-01").criteria()).hasSize(8);
    }

    @Test
    @DisplayName("总分四舍五入到两位小数；没有打的逐项说明")
    void weighted() {
        assertThat(TWO.weighted(Map.of(1, 81, 2, 76))).isEqualByComparingTo("79.00");
        assertThat(criteria(20, 33, 67).weighted(Map.of(1, 50, 2, 85))).isEqualByComparingTo("73.45");
        assertThat(TWO.weighted(Map.of(1, 0, 2, 0))).isEqualByComparingTo("0");
        assertThat(TWO.weighted(Map.of(1, 100, 2, 100))).isEqualByComparingTo("100");
        assertThat(TWO.gaps(Map.of(2, 80))).singleElement().asString().contains("“标准1”还没有打分");
        assertThat(TWO.gaps(Map.of(1, 0, 2, 80))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"80, 60, false", "80, 59.99, true", "59.99, 80, true", "80, 80, false"})
    @DisplayName("正好等于界限的不算，超过的算")
    void divergence(String one, String other, boolean divergent) {
        assertThat(compared(one, other).divergent()).isEqualTo(divergent);
    }

    @Test
    @DisplayName("平均和差距；推荐与不推荐并存的，总分相近也算分歧")
    void together() {
        Comparison both = compared("80.00", "60.05");
        assertThat(both.mean()).isEqualByComparingTo("70.03");
        assertThat(both.spread()).isEqualByComparingTo("19.95");
        assertThat(ExpertReview.compare(
                                TWO,
                                List.of(answer("80", Conclusion.RECOMMEND), answer("79", Conclusion.NOT_RECOMMEND)))
                        .divergent())
                .isTrue();
        Comparison before = ExpertReview.compare(null, List.of(answer(null, Conclusion.RECOMMEND)));
        assertThat(before.mean()).isNull();
        assertThat(before.divergent()).isFalse();
    }

    @Test
    @DisplayName("设定的标准：至少一项、至多二十项，有名称，权重为正、合计100，界限1至100")
    void faults() {
        assertThat(criteria(20, 60, 40).faults()).isEmpty();
        assertThat(criteria(1, 100).faults()).isEmpty();
        assertThat(criteria(100, 100).faults()).isEmpty();
        assertThat(criteria(20, 60, 39).faults()).singleElement().asString().contains("现为99");
        assertThat(criteria(20, 60, 41).faults()).singleElement().asString().contains("现为101");
        assertThat(criteria(20).faults()).hasSize(2);
        assertThat(criteria(20, 100, 0).faults()).singleElement().asString().contains("第2项的权重");
        assertThat(criteria(20, 101).faults()).hasSize(2);
        assertThat(criteria(0, 100).faults()).singleElement().asString().contains("分歧界限");
        assertThat(criteria(101, 100).faults()).singleElement().asString().contains("分歧界限");
        assertThat(criteria(20, IntStream.generate(() -> 5).limit(20).toArray()).faults())
                .isEmpty();
        assertThat(criteria(20, IntStream.range(0, 21).map(i -> i < 20 ? 4 : 20).toArray())
                        .faults())
                .singleElement()
                .asString()
                .contains("1至20项");
        assertThat(named(" ").faults()).singleElement().asString().contains("第1项请写明名称");
        assertThat(named("长".repeat(101)).faults()).hasSize(1);
        assertThat(named("长".repeat(100)).faults()).isEmpty();
    }

    private static Criteria named(String name) {
        return new Criteria("NXJQ-2026-PC-01", List.of(new Criterion(1, name, 100)), 20, 1, null, false);
    }
}
