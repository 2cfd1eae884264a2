package org.smecluster.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("给经办人的话")
class RefusalTest {

    @Test
    @DisplayName("拒绝的理由逐条都在，连起来也读得通")
    void everyReason() {
        Refusal refusal = new Refusal(List.of("请填写日期", "请选择类型"));

        assertThat(refusal.reasons()).containsExactly("请填写日期", "请选择类型");
        assertThat(refusal).hasMessage("请填写日期；请选择类型");
        assertThat(new Overtaken("已由李四改为退回").reasons()).containsExactly("已由李四改为退回");
    }

    @ParameterizedTest
    @DisplayName("结论的四种说法；“一般”“原则上”的要求未达到是需说明，不是不符合")
    @CsvSource({"MET, 符合", "NOT_MET, 不符合", "NEEDS_EXPLANATION, 需说明", "MISSING, 缺数据"})
    void outcomes(Outcome outcome, String word) {
        assertThat(outcome.label()).isEqualTo(word);
    }
}
