package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.engine.DecisionTables;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;

/** On the project's own decision tables. */
class AssessmentServiceTest {

    private static final Instant NOW = Instant.parse("2026-06-01T02:00:00Z");
    private static final StandaloneDecisionTables TABLES = StandaloneDecisionTables.asDeployed();

    @Test
    @DisplayName("全部达到：32项要求逐项有结论，均符合，无差距")
    void allMet() {
        Assessment assessment = assess(cluster -> {});

        assertThat(assessment.overall()).isEqualTo("MET");
        assertThat(assessment.at()).isEqualTo(NOW);
        assertThat(assessment.overallVersion()).isEqualTo(1);
        assertThat(assessment.vetoed()).isFalse();
        assertThat(assessment.findings()).hasSize(32).allSatisfy(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.MET);
            assertThat(FindingWording.shortfall(finding)).isNull();
            assertThat(FindingWording.reason(finding)).isNull();
            assertThat(finding.requirement()).isNotBlank();
            assertThat(finding.label()).as("a Chinese name").isNotEqualTo(finding.code());
            assertThat(FindingWording.value(finding)).isNotEqualTo("未提供");
        });
        assertThat(new HashSet<>(
                        assessment.findings().stream().map(Finding::code).toList()))
                .hasSize(32);
        assertThat(articles(assessment))
                .containsExactlyInAnyOrder(
                        "第十一条(一)", "第十一条(二)", "第十一条(三)", "第十一条(四)", "第十一条(五)", "第十一条(六)", "第十一条(七)", "第十一条(八)");
    }

    @Test
    @DisplayName("什么都没有填报：每一项都是缺数据，都写明未提供和原因，总体为缺数据")
    void nothingSupplied() {
        Assessment assessment = new AssessmentService(TABLES, fixed()).assess(SubjectOf.nothing());

        assertThat(assessment.overall()).isEqualTo("MISSING");
        assertThat(assessment.findings()).hasSize(32).allSatisfy(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.MISSING);
            assertThat(FindingWording.value(finding)).contains("未提供");
            assertThat(FindingWording.reason(finding)).contains("请补填");
            assertThat(FindingWording.shortfall(finding)).isNull();
        });
    }

    @ParameterizedTest(name = "最低年产值 {0} → {1}")
    @DisplayName("第十一条(一)：近三年产值均在20亿元以上")
    @CsvSource({
        "19.85, NOT_MET, 19.85 亿元, 差 0.15 亿元",
        "19.999, NOT_MET, 19.999 亿元, 差 0.001 亿元",
        "20, MET, 20 亿元, ",
        "20.001, MET, 20.001 亿元, ",
        "25.126, MET, 25.13 亿元, "
    })
    void minAnnualOutput(String value, Outcome outcome, String shown, String shortfall) {
        Finding finding = finding("minAnnualOutput", cluster -> cluster.totalOutput[0] = value);

        assertFinding(finding, outcome, shown, shortfall);
        assertThat(finding.article()).isEqualTo("第十一条(一)");
        assertThat(finding.decision()).isEqualTo("coreCompetitiveness");
        assertThat(finding.decisionVersion()).isEqualTo(1);
    }

    @ParameterizedTest(name = "中小企业产值 {0}/35 → {1}")
    @DisplayName("第十一条(一)：占比显示的数字不与结论矛盾，59.99% 不显示成 60%")
    @CsvSource({
        "20.405, NOT_MET, 58.3 %, 差 1.7 个百分点",
        "20.9965, NOT_MET, 59.99 %, 差 0.01 个百分点",
        "20.99999999, NOT_MET, 59.99999997 %, 差 0.00000003 个百分点",
        "21, MET, 60 %, ",
        "21.0035, MET, 60.01 %, ",
        "24.5, MET, 70 %, "
    })
    void smeOutputShare(String value, Outcome outcome, String shown, String shortfall) {
        assertFinding(finding("smeOutputShare", cluster -> cluster.smeOutput[2] = value), outcome, shown, shortfall);
    }

    @ParameterizedTest(name = "占地 {0} → {1}")
    @DisplayName("第十一条(一)：占地面积一般不超过100平方公里，超过的须说明")
    @CsvSource({
        "99.99, MET, 99.99 平方公里, ",
        "100, MET, 100 平方公里, ",
        "100.004, NEEDS_EXPLANATION, 100.004 平方公里, 超出 0.004 平方公里",
        "103, NEEDS_EXPLANATION, 103 平方公里, 超出 3 平方公里"
    })
    void area(BigDecimal value, Outcome outcome, String shown, String shortfall) {
        assertFinding(finding("areaSquareKm", cluster -> cluster.area = value), outcome, shown, shortfall);
    }

    @ParameterizedTest(name = "研发经费 0.8 → {0}：{1}")
    @DisplayName("第十一条(四)：研发经费年均增长须高于5%，恰为5%不符合")
    @CsvSource({
        "0.88, NOT_MET, 4.9 %, 差 0.1 个百分点以上",
        "0.882, NOT_MET, 5 %, 恰等于限值，须高于",
        "0.8821, MET, 5.01 %, ",
        "0.968, MET, 10 %, "
    })
    void rdGrowth(String last, Outcome outcome, String shown, String shortfall) {
        Finding finding = finding("smeRdGrowth", cluster -> cluster.rdExpense = new String[] {"0.8", "0.85", last});

        assertFinding(finding, outcome, shown, shortfall);
    }

    @ParameterizedTest(name = "“小巨人” {0} 家、创新型 {1} 家 → {2}")
    @DisplayName("第十一条(二)：两种途径任一达到即可，都未达到的两种差距都写出")
    @CsvSource({"0, 4, NOT_MET", "0, 5, MET", "1, 0, MET"})
    void qualityEnterprises(int littleGiants, int innovative, Outcome outcome) {
        Finding finding = finding("qualityEnterprises", cluster -> {
            cluster.littleGiants = littleGiants;
            cluster.innovativeSmes = innovative;
        });

        assertFinding(
                finding,
                outcome,
                "制造业单项冠军和专精特新“小巨人”企业：" + littleGiants + " 家；创新型中小企业、“专精特新”中小企业和国家级高新技术企业：" + innovative + " 家",
                outcome == Outcome.MET ? null : "制造业单项冠军和专精特新“小巨人”企业差 1 家，或创新型中小企业、“专精特新”中小企业和国家级高新技术企业差 1 家");
        assertThat(finding.label()).isEqualTo("优质中小企业数量");
    }

    @Test
    @DisplayName("第十一条(二)：企业名单未填报是缺数据，原因只说一遍")
    void noEnterpriseList() {
        Finding finding = finding("qualityEnterprises", cluster -> cluster.enterpriseList = false);

        assertThat(finding.outcome()).isEqualTo(Outcome.MISSING);
        assertThat(FindingWording.reason(finding)).isEqualTo("“企业名单”为空，请补填集群内重点企业");
    }

    @Test
    @DisplayName("第十一条(六)：不属于高耗能行业的，能效不论；属于的须高于基准值，差距无从计量")
    void energyEfficiency() {
        Finding notHighEnergy = finding("energyEfficiency", cluster -> {
            cluster.declared.put("highEnergyIndustry", false);
            cluster.declared.remove("energyEfficiencyAboveBenchmark");
        });
        assertFinding(notHighEnergy, Outcome.MET, "属于高耗能行业：否", null);
        assertThat(FindingWording.reason(notHighEnergy)).isNull();

        Finding below =
                finding("energyEfficiency", cluster -> cluster.declared.put("energyEfficiencyAboveBenchmark", false));
        assertFinding(below, Outcome.NOT_MET, "属于高耗能行业：是；能效水平高于行业基准值：否", null);

        Finding unknown = finding("energyEfficiency", cluster -> cluster.declared.remove("highEnergyIndustry"));
        assertThat(unknown.outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    @DisplayName("指标无法计算的，写明未提供和无法计算的原因")
    void undefinedIndicator() {
        Finding finding = finding("inventionPatentGrowth", cluster -> cluster.patents[0] = "0");

        assertFinding(finding, Outcome.MISSING, "未提供", null);
        assertThat(FindingWording.reason(finding)).startsWith("2023年中小企业有效发明专利数不大于零");
    }

    @Test
    @DisplayName("只有“一般”“原则上”的要求未达到：总体为需说明；再有一项硬性要求未达到：总体为不符合，其余结论照样列出")
    void overall() {
        assertThat(assess(cluster -> cluster.area = new BigDecimal("101")).overall())
                .isEqualTo("NEEDS_EXPLANATION");
        assertThat(assess(cluster -> {
                            cluster.area = new BigDecimal("101");
                            cluster.standards = null;
                        })
                        .overall())
                .isEqualTo("MISSING");
        Assessment hardMiss = assess(cluster -> {
            cluster.area = new BigDecimal("101");
            cluster.standards = null;
            cluster.declared.put("chainLayoutRational", false);
        });
        assertThat(hardMiss.overall()).isEqualTo("NOT_MET");
        assertThat(hardMiss.findings().stream().map(Finding::outcome).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Outcome.values());
    }

    @Test
    @DisplayName("政策人员改了决策表的限值：结论、差距、显示的小数位都随表而变")
    void editedTable() {
        DecisionTables edited =
                StandaloneDecisionTables.edited(xml -> xml.replace("<text>&gt;= 20</text>", "<text>&gt;= 30.5</text>")
                        .replace("<text>&lt; 20</text>", "<text>&lt; 30.5</text>"));
        SubjectOf cluster = new SubjectOf();
        cluster.totalOutput[0] = "30.499";

        Finding finding = byCode(new AssessmentService(edited, fixed()).assess(cluster.subject()), "minAnnualOutput");

        assertFinding(finding, Outcome.NOT_MET, "30 亿元", "差 0.5 亿元");
    }

    @ParameterizedTest(name = "全部企业 {0} 人，中小企业 {1} 人：{2}，改口径后 {3}")
    @DisplayName("第十一条(四)：每万人按全部企业从业人员判断，按中小企业的值并列；口径表改一格，判断的就是另一种")
    @CsvSource({
        "100001, 100001, NOT_MET, NOT_MET, 4.99995 个（人数按集群全部企业的年末从业人员；人数按中小企业从业人员的，为4.99995 个）",
        "100000, 99999, MET, MET, 5 个（人数按集群全部企业的年末从业人员；人数按中小企业从业人员的，为5.0001 个）",
        "99999, 100000, MET, MET, 5.0001 个（人数按集群全部企业的年末从业人员；人数按中小企业从业人员的，为5 个）",
        "100001, 99999, NOT_MET, MET, 4.99995 个（人数按集群全部企业的年末从业人员；人数按中小企业从业人员的，为5.0001 个）",
        "99999, 100001, MET, NOT_MET, 5.0001 个（人数按集群全部企业的年末从业人员；人数按中小企业从业人员的，为4.99995 个）",
        "99999, , MET, MISSING, 5.0001 个（人数按集群全部企业的年末从业人员；人数按中小企业从业人员的，为未提供）"
    })
    void headCount(long all, String ofSmes, Outcome judged, Outcome judgedOtherwise, String value) {
        SubjectOf cluster = new SubjectOf();
        cluster.patents = new String[] {"40", "45", "50"};
        cluster.employees = all;
        cluster.smeEmployees = ofSmes;
        DecisionTables edited = StandaloneDecisionTables.edited(
                xml -> xml.replace("<text>\"ALL_ENTERPRISES\"</text>", "<text>\"SMES\"</text>"));

        Finding finding = byCode(
                new AssessmentService(TABLES, fixed()).assess(cluster.subject()), "inventionPatentsPer10kEmployees");
        Finding otherwise = byCode(
                new AssessmentService(edited, fixed()).assess(cluster.subject()), "inventionPatentsPer10kEmployees");

        assertThat(finding.outcome()).isEqualTo(judged);
        assertThat(FindingWording.value(finding)).isEqualTo(value);
        assertThat(otherwise.outcome()).isEqualTo(judgedOtherwise);
        assertThat(FindingWording.value(otherwise)).contains("（人数按中小企业从业人员；人数按集群全部企业的年末从业人员的，为");
    }

    @Test
    @DisplayName("限值写成区间等看不懂的形式：结论照样由表作出，不编造差距，数值不取舍")
    void unreadableThreshold() {
        DecisionTables edited =
                StandaloneDecisionTables.edited(xml -> xml.replace("<text>&gt;= 20</text>", "<text>[30..40]</text>")
                        .replace("<text>&lt; 20</text>", "<text>not([30..40])</text>"));
        SubjectOf cluster = new SubjectOf();
        cluster.totalOutput[0] = "25.12345";

        Finding finding = byCode(new AssessmentService(edited, fixed()).assess(cluster.subject()), "minAnnualOutput");

        assertFinding(finding, Outcome.NOT_MET, "25.12345 亿元", null);
    }

    @Test
    @DisplayName("表中的输入写成算式：结论照样由表作出，不误称未提供")
    void calculatedInput() {
        DecisionTables edited = StandaloneDecisionTables.edited(
                xml -> xml.replace("<text>minAnnualOutput</text>", "<text>minAnnualOutput - 10</text>"));

        Finding finding =
                byCode(new AssessmentService(edited, fixed()).assess(new SubjectOf().subject()), "minAnnualOutput");

        assertFinding(finding, Outcome.NOT_MET, "由决策表计算", null);
    }

    @Test
    @DisplayName("政策人员把一张表从决策图上摘下：总体结论不再计入，逐项的结论仍照该表列出")
    void tableTakenOffTheDiagram() {
        DecisionTables edited = StandaloneDecisionTables.edited(xml -> xml.replaceAll(
                        "(?s)<informationRequirement id=\"requires_governanceService\">.*?</informationRequirement>",
                        "")
                .replace("openCooperation, governanceService)", "openCooperation)"));
        SubjectOf cluster = new SubjectOf();
        cluster.declared.put("operatorEstablished", false);

        Assessment assessment = new AssessmentService(edited, fixed()).assess(cluster.subject());

        assertThat(assessment.overall()).isEqualTo("MET");
        assertThat(assessment.findings()).hasSize(32);
        assertThat(byCode(assessment, "operatorEstablished").outcome()).isEqualTo(Outcome.NOT_MET);
    }

    @Test
    @DisplayName("政策人员新加的要求还没有名称：以代码称呼，其余照常")
    void requirementWithoutAName() {
        DecisionTables edited = StandaloneDecisionTables.edited(
                xml -> xml.replace("<text>\"minAnnualOutput\"</text>", "<text>\"stableOutput\"</text>"));
        SubjectOf cluster = new SubjectOf();
        cluster.totalOutput[0] = "19.85";

        Finding finding = byCode(new AssessmentService(edited, fixed()).assess(cluster.subject()), "stableOutput");

        assertFinding(finding, Outcome.NOT_MET, "19.85 亿元", "差 0.15 亿元");
        assertThat(finding.label()).isEqualTo("stableOutput");
        assertThat(finding.inputs()).singleElement().satisfies(input -> assertThat(input.label())
                .isEqualTo("近三年最低年产值"));
    }

    @ParameterizedTest(name = "{0} 个 → {1}")
    @DisplayName("第十一条(四)：条文没有规定创新平台和标准的数量，参考口径为一；不足的须说明，总体不因此不符合")
    @CsvSource({"0, NEEDS_EXPLANATION", "1, MET", "2, MET"})
    void referencesOfCounts(int count, String outcome) {
        for (String code : List.of("innovationPlatformCount", "standardCount")) {
            Assessment assessment = assess(cluster -> {
                cluster.platforms = code.startsWith("innovation") ? count : 3;
                cluster.standards = code.startsWith("standard") ? count : 4;
            });
            assertThat(byCode(assessment, code)).satisfies(finding -> {
                assertThat(finding.outcome()).hasToString(outcome);
                assertThat(finding.requirement()).startsWith("参考口径");
            });
            assertThat(assessment.overall()).isEqualTo(outcome);
        }
    }

    @ParameterizedTest(name = "末年 {0} → {1}")
    @DisplayName("第十一条(七)：条文没有规定外贸发展的算法，参考口径为没有一年下降、末年高于首年；达不到的须说明，总体不因此不符合")
    @CsvSource({"0.999999, NEEDS_EXPLANATION", "1, NEEDS_EXPLANATION", "1.000001, MET"})
    void referenceOfExports(String last, String outcome) {
        Assessment assessment = assess(cluster -> cluster.exports = new String[] {"1", "1", last});

        assertThat(byCode(assessment, "exportGrowing").outcome()).hasToString(outcome);
        assertThat(assessment.overall()).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} {1} {2} → {3}")
    @DisplayName("第十条：逐起判断，近三年回溯到申报之日三年前的同一天")
    @CsvSource({
        "SAFETY, GENERAL, 2026-01-01, false",
        "SAFETY, LARGE, 2026-01-01, true",
        "SAFETY, LARGE, 2023-06-01, true",
        "SAFETY, LARGE, 2023-05-31, false",
        "SAFETY, LARGE, 2026-06-02, true",
        "SAFETY, , 2026-01-01, ",
        "SAFETY, , 2023-05-31, false",
        "DATA_SECURITY, LARGE, 2026-01-01, false",
        "DATA_SECURITY, MAJOR, 2026-01-01, true",
        "TAX_EVASION, , 2026-01-01, true",
        "ILLEGALITY, , 2026-01-01, ",
        "ILLEGALITY, EXTRAORDINARY, 2023-06-01, ",
        "ILLEGALITY, EXTRAORDINARY, 2023-05-31, false"
    })
    void incidents(IncidentType type, IncidentLevel level, LocalDate day, Boolean vetoed) {
        Incident incident = new Incident(type, level, day, null, "某企业", "通报");

        Assessment assessment = assess(cluster -> cluster.incidents = List.of(incident));

        assertThat(assessment.overall()).as("第十一条 is judged apart").isEqualTo("MET");
        assertThat(assessment.vetoed()).isEqualTo(vetoed);
        assertThat(assessment.incidents()).singleElement().satisfies(finding -> {
            assertThat(finding.incident()).isEqualTo(incident);
            assertThat(finding.vetoed()).isEqualTo(vetoed);
            assertThat(finding.reason()).isNotBlank();
            assertThat(finding.article()).isEqualTo("第十条");
            assertThat(finding.decisionVersion()).isEqualTo(1);
            assertThat(finding.withinThreeYears()).isEqualTo(!day.isBefore(LocalDate.of(2023, 6, 1)));
        });
        assertThat(new AssessmentService(TABLES, fixed()).judge(incident, SubjectOf.AS_OF))
                .as("by itself")
                .isEqualTo(assessment.incidents().get(0));
    }

    @Test
    @DisplayName("第十条：多起合并，有一起否决即否决；没有否决而有一起待人工判断的，结论待定")
    void incidentsTogether() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        Incident unknown = new Incident(IncidentType.SAFETY, null, day, null, null, null);
        Incident harmless = new Incident(IncidentType.SAFETY, IncidentLevel.GENERAL, day, null, null, null);
        Incident fatal = new Incident(IncidentType.TAX_EVASION, null, day, null, null, null);

        assertThat(assess(cluster -> cluster.incidents = List.of(unknown, harmless))
                        .vetoed())
                .isNull();
        assertThat(assess(cluster -> cluster.incidents = List.of(unknown, fatal))
                        .vetoed())
                .isTrue();
        assertThat(assess(cluster -> cluster.incidents = List.of(harmless)).vetoed())
                .isFalse();
    }

    private static void assertFinding(Finding finding, Outcome outcome, String value, String shortfall) {
        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(FindingWording.value(finding)).isEqualTo(value);
        assertThat(FindingWording.shortfall(finding)).isEqualTo(shortfall);
    }

    private static Finding finding(String code, Consumer<SubjectOf> departure) {
        return byCode(assess(departure), code);
    }

    private static Finding byCode(Assessment assessment, String code) {
        return assessment.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .reduce((one, other) -> {
                    throw new AssertionError("two findings for " + code);
                })
                .orElseThrow();
    }

    private static Assessment assess(Consumer<SubjectOf> departure) {
        SubjectOf cluster = new SubjectOf();
        departure.accept(cluster);
        return new AssessmentService(TABLES, fixed()).assess(cluster.subject());
    }

    private static Set<String> articles(Assessment assessment) {
        return assessment.findings().stream().map(Finding::article).collect(Collectors.toSet());
    }

    private static Clock fixed() {
        return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    }
}
