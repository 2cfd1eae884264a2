package org.smecluster.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smecluster.law.Finding.Input;
import org.smecluster.law.Threshold.Operator;

@DisplayName("一项要求的结论")
class FindingTest {

    private static final BigDecimal SIXTY_PER_CENT = new BigDecimal("0.60");

    @Test
    @DisplayName("没有数值也没有申报可依的，由人判断")
    void forAPerson() {
        assertThat(finding().forAPerson()).isTrue();
        assertThat(finding(share("0.7")).forAPerson()).isFalse();
    }

    @Test
    @DisplayName("按名取数；没有的为空")
    void inputs() {
        Finding finding = finding(declared("pillarIndustry", true), share("0.7"));

        assertThat(finding.input("smeOutputShare")).contains(share("0.7"));
        assertThat(finding.input("exportGrowing")).isEmpty();
    }

    @Test
    @DisplayName("缺数据的原因只说一遍，有数据的没有原因")
    void reasons() {
        assertThat(finding(
                                missing("one", "“企业名单”为空"),
                                missing("other", "“企业名单”为空"),
                                share("0.7"),
                                missing("third", "未填报"))
                        .reasons())
                .containsExactly("“企业名单”为空", "未填报");
    }

    @Test
    @DisplayName("决策表换了版本，数值、结论、要求都没有变的，是同一结论")
    void anotherVersionSaysTheSame() {
        Finding finding = finding(share("0.7"));
        Finding later = new Finding(
                "smeOutputShare",
                "coreCompetitiveness",
                9,
                "rule_other",
                "第十一条(一)",
                "另一名称",
                List.of(share("0.7")),
                "不低于60%",
                Outcome.MET,
                List.of());

        assertThat(finding.saysTheSameAs(later)).isTrue();
    }

    /** What a reader would notice. */
    enum Difference {
        CODE,
        REQUIREMENT,
        OUTCOME,
        VALUE,
        REASON
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("项目、要求、结论、数值、缺数据的原因，有一样不同就不是同一结论")
    void anyDifferenceCounts(Difference in) {
        Finding other = new Finding(
                in == Difference.CODE ? "leadingIndustryOutputShare" : "smeOutputShare",
                "coreCompetitiveness",
                1,
                "rule_met",
                "第十一条(一)",
                "中小企业产值占比",
                List.of(
                        share(in == Difference.VALUE ? "0.71" : "0.7"),
                        missing("one", in == Difference.REASON ? "未申报" : "未填报")),
                in == Difference.REQUIREMENT ? "不低于65%" : "不低于60%",
                in == Difference.OUTCOME ? Outcome.NOT_MET : Outcome.MET,
                List.of());

        assertThat(finding(share("0.7"), missing("one", "未填报")).saysTheSameAs(other))
                .isFalse();
    }

    @Test
    @DisplayName("看不到的小数位不算不同；缺了的、多出的、由决策表计算的照所见比较")
    void looksLike() {
        assertThat(finding(share("0.70001")).looksLike(finding(share("0.70002"))))
                .isTrue();
        assertThat(finding(share("0.7")).looksLike(finding(share("0.8")))).isFalse();
        assertThat(finding(share("0.7")).looksLike(finding(share(null)))).isFalse();
        assertThat(finding(share("0.7")).looksLike(finding(share("0.7"), declared("pillarIndustry", true))))
                .isFalse();
        assertThat(finding(declared("pillarIndustry", true)).looksLike(finding(declared("pillarIndustry", false))))
                .isFalse();
        assertThat(finding(calculated("1")).looksLike(finding(calculated("2")))).isTrue();
    }

    @Test
    @DisplayName("数是数，是否不是数；决策表自己算的没有单位，也就没有读得出的数")
    void numbers() {
        assertThat(share("0.58333").number()).contains(new BigDecimal("0.58333"));
        assertThat(share("0.58333").shownNumber()).contains(new BigDecimal("0.583"));
        assertThat(share(null).shownNumber()).isEmpty();
        assertThat(declared("pillarIndustry", true).number()).isEmpty();
        assertThat(calculated("1").number()).isEmpty();
        assertThat(calculated("1").calculatedByTable()).isTrue();
        assertThat(share("0.7").calculatedByTable()).isFalse();
    }

    private static Finding finding(Input... inputs) {
        return new Finding(
                "smeOutputShare",
                "coreCompetitiveness",
                1,
                "rule_met",
                "第十一条(一)",
                "中小企业产值占比",
                List.of(inputs),
                "不低于60%",
                Outcome.MET,
                List.of());
    }

    private static Input share(String value) {
        return new Input(
                "smeOutputShare",
                "中小企业产值占比",
                Unit.PERCENT,
                value == null ? null : new BigDecimal(value),
                new Threshold(Operator.AT_LEAST, SIXTY_PER_CENT),
                List.of(SIXTY_PER_CENT),
                null,
                null);
    }

    private static Input declared(String code, Boolean value) {
        return new Input(code, "申报", Unit.YES_NO, value, null, List.of(), null, null);
    }

    private static Input missing(String code, String reason) {
        return new Input(code, "缺", Unit.YES_NO, null, null, List.of(), reason, null);
    }

    private static Input calculated(String value) {
        return new Input("a * b", "算式", null, new BigDecimal(value), null, List.of(), null, null);
    }
}
