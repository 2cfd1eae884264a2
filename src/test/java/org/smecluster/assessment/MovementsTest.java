package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.law.Finding;

@DisplayName("第十六条：年报与上年相比，数值变化多少，是向要求靠近还是离要求更远")
class MovementsTest {

    private static final StandaloneDecisionTables TABLES = StandaloneDecisionTables.asDeployed();

    private static Finding finding(String code, Consumer<SubjectOf> departure) {
        return finding(TABLES, code, departure);
    }

    private static Finding finding(StandaloneDecisionTables tables, String code, Consumer<SubjectOf> departure) {
        SubjectOf cluster = new SubjectOf();
        departure.accept(cluster);
        return new AssessmentService(tables, Clock.systemUTC())
                .assess(cluster.subject()).findings().stream()
                        .filter(each -> each.code().equals(code))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<String> moved(String code, Consumer<SubjectOf> before, Consumer<SubjectOf> now) {
        return Movements.between(finding(code, before), finding(code, now)).stream()
                .map(Movement::text)
                .toList();
    }

    @ParameterizedTest(name = "最低年产值 {0} → {1}")
    @DisplayName("金额写差额和百分比，有正负号；限值以上的说余量，以下的说远近")
    @CsvSource({
        "25, 30, 上升 +5 亿元（+20%），余量增大",
        "30, 26, 下降 −4 亿元（−13.3%），余量减小",
        "21, 20, 下降 −1 亿元（−4.8%），余量减小",
        "20, 19.999, 下降 −0.001 亿元，不再达到要求",
        "19.85, 20, 上升 +0.15 亿元（+0.8%），达到要求",
        "10, 15, 上升 +5 亿元（+50%），向要求靠近",
        "15, 10, 下降 −5 亿元（−33.3%），离要求更远",
        "0, 5, 上升 +5 亿元，向要求靠近"
    })
    void amounts(String before, String now, String text) {
        assertThat(moved(
                        "minAnnualOutput",
                        cluster -> cluster.totalOutput[0] = before,
                        cluster -> cluster.totalOutput[0] = now))
                .containsExactly(text);
    }

    @ParameterizedTest(name = "中小企业产值 {0}/35 → {1}/35")
    @DisplayName("占比的变化以百分点计")
    @CsvSource({"24.5, 22.05, 下降 −7 个百分点，余量减小", "20.405, 21, 上升 +1.7 个百分点，达到要求", "21, 20.405, 下降 −1.7 个百分点，不再达到要求"})
    void ratios(String before, String now, String text) {
        assertThat(moved(
                        "smeOutputShare",
                        cluster -> cluster.smeOutput[2] = before,
                        cluster -> cluster.smeOutput[2] = now))
                .containsExactly(text);
    }

    @Test
    @DisplayName("上限类的要求，上升是离限值更近：占地面积")
    void upperLimits() {
        assertThat(moved(
                        "areaSquareKm",
                        cluster -> cluster.area = new BigDecimal("60"),
                        cluster -> cluster.area = new BigDecimal("90")))
                .containsExactly("上升 +30 平方公里（+50%），余量减小");
        assertThat(moved(
                        "areaSquareKm",
                        cluster -> cluster.area = new BigDecimal("120"),
                        cluster -> cluster.area = new BigDecimal("110")))
                .containsExactly("下降 −10 平方公里（−8.3%），向要求靠近");
    }

    @Test
    @DisplayName("一个条件看几个数的，各说各的；没有变化的不说")
    void severalValues() {
        assertThat(moved("qualityEnterprises", cluster -> {}, cluster -> {
                    cluster.littleGiants = 0;
                    cluster.innovativeSmes = 6;
                }))
                .hasSize(2)
                .anyMatch(text -> text.contains("小巨人") && text.contains("下降 −1 家（−100%），不再达到要求"))
                .anyMatch(text -> text.contains("上升 +1 家") && text.contains("余量增大"));
        assertThat(moved("qualityEnterprises", cluster -> {}, cluster -> {})).isEmpty();
    }

    @Test
    @DisplayName("声明的条件、上年或本年没有数据的，没有变化可说；决策表中没有限值的，只说变化")
    void nothingToMeasure() {
        assertThat(moved("pillarIndustry", cluster -> {}, cluster -> cluster.declared.put("pillarIndustry", false)))
                .isEmpty();
        assertThat(moved("standardCount", cluster -> cluster.standards = null, cluster -> {}))
                .isEmpty();
        Finding before = finding("standardCount", cluster -> cluster.standards = 4);
        StandaloneDecisionTables words = StandaloneDecisionTables.edited(
                xml -> xml.replaceAll("<text>&gt;= 1</text>", "<text>not(null)</text>"));
        Finding now = finding(words, "standardCount", cluster -> cluster.standards = 6);
        assertThat(Movements.between(before, now)).extracting(Movement::text).containsExactly("上升 +2 项（+50%）");
    }
}
