package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.law.Finding;
import org.smecluster.law.Finding.Input;
import org.smecluster.law.Finding.Miss;
import org.smecluster.law.Outcome;
import org.smecluster.law.Threshold;
import org.smecluster.law.Threshold.Operator;
import org.smecluster.law.Unit;

@DisplayName("结论给经办人看的写法")
class FindingWordingTest {

    private static final BigDecimal LIMIT = new BigDecimal("20");

    @Test
    @DisplayName("没有数值的由人判断；只有一个数值的只写数值；没有的写未提供，是否写是否")
    void oneValue() {
        assertThat(FindingWording.value(finding(Outcome.NEEDS_EXPLANATION))).isEqualTo("由人判断");
        assertThat(FindingWording.value(finding(Outcome.MET, output("25")))).isEqualTo("25 亿元");
        assertThat(FindingWording.value(finding(Outcome.MISSING, output(null)))).isEqualTo("未提供");
        assertThat(FindingWording.value(finding(Outcome.MET, declared(true)))).isEqualTo("是");
        assertThat(FindingWording.value(finding(Outcome.NOT_MET, declared(false))))
                .isEqualTo("否");
        assertThat(FindingWording.value(finding(Outcome.MET, calculated()))).isEqualTo("由决策表计算");
    }

    @Test
    @DisplayName("几个数值各在其名下；已符合的，不再列没有用到的和决策表自己算的")
    void severalValues() {
        assertThat(FindingWording.value(finding(Outcome.MET, output("25"), declared(null), calculated())))
                .isEqualTo("产值：25 亿元");
        assertThat(FindingWording.value(finding(Outcome.NOT_MET, output("15"), declared(null), calculated())))
                .isEqualTo("产值：15 亿元；申报：未提供；算式：由决策表计算");
    }

    @ParameterizedTest(name = "{0} 20，{1}：{2}")
    @DisplayName("差距：不足的写差，超过的写超出；不含本数的写以上，恰等于限值的另作说明")
    @CsvSource({
        "AT_LEAST, 19.85, 差 0.15 亿元",
        "ABOVE, 19.85, 差 0.15 亿元以上",
        "ABOVE, 20, 恰等于限值，须高于",
        "AT_MOST, 20.15, 超出 0.15 亿元",
        "BELOW, 20.15, 超出 0.15 亿元以上",
        "BELOW, 20, 恰等于限值，须低于"
    })
    void shortfall(Operator operator, String value, String text) {
        assertThat(FindingWording.shortfall(missed(List.of(List.of(miss(operator, value))), output(value))))
                .isEqualTo(text);
    }

    @Test
    @DisplayName("同时须补的以“且”相连，任选其一的以“或”相连；没有差距的不写")
    void ways() {
        Miss miss = miss(Operator.AT_LEAST, "19");
        assertThat(FindingWording.shortfall(
                        missed(List.of(List.of(miss, miss), List.of(miss)), output("19"), declared(false))))
                .isEqualTo("产值差 1 亿元，且产值差 1 亿元，或产值差 1 亿元");
        assertThat(FindingWording.shortfall(missed(List.of(), output("19")))).isNull();
    }

    @Test
    @DisplayName("缺数据的原因都写；已符合的、没有原因的不写")
    void reason() {
        assertThat(FindingWording.reason(finding(Outcome.MISSING, missing("one"), missing("other"))))
                .isEqualTo("未填报one；未填报other");
        assertThat(FindingWording.reason(finding(Outcome.MET, missing("one")))).isNull();
        assertThat(FindingWording.reason(finding(Outcome.NOT_MET, output("19"))))
                .isNull();
    }

    private static Miss miss(Operator operator, String value) {
        return new Miss(
                "output",
                new Threshold(operator, LIMIT),
                new BigDecimal(value).subtract(LIMIT).abs());
    }

    private static Finding finding(Outcome outcome, Input... inputs) {
        return finding(outcome, List.of(), inputs);
    }

    private static Finding missed(List<List<Miss>> shortfall, Input... inputs) {
        return finding(Outcome.NOT_MET, shortfall, inputs);
    }

    private static Finding finding(Outcome outcome, List<List<Miss>> shortfall, Input... inputs) {
        return new Finding("code", "table", 1, "rule", "第十一条(一)", "要求", List.of(inputs), "不低于20亿元", outcome, shortfall);
    }

    private static Input output(String value) {
        return new Input(
                "output",
                "产值",
                Unit.HUNDRED_MILLION_YUAN,
                value == null ? null : new BigDecimal(value),
                null,
                List.of(LIMIT),
                null,
                null);
    }

    private static Input declared(Boolean value) {
        return new Input("declared", "申报", Unit.YES_NO, value, null, List.of(), null, null);
    }

    private static Input calculated() {
        return new Input("a * b", "算式", null, new BigDecimal("7"), null, List.of(), null, null);
    }

    private static Input missing(String code) {
        return new Input(code, code, Unit.YES_NO, null, null, List.of(), "未填报" + code, null);
    }
}
