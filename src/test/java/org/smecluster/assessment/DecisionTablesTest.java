package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.smecluster.assessment.ContractTables.ExpectedAnswer;
import org.smecluster.assessment.ContractTables.ExpectedFinding;

@DisplayName("第十至十三条、第十七条：决策表与办法逐项一致")
class DecisionTablesTest {

    private static final Decisions DECISIONS = new Decisions();

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.smecluster.assessment.ContractTables#findings")
    @DisplayName("第十一条：每项指标在界限上、界限两侧及缺数据时的结论")
    void findsExactlyWhatTheContractSays(ExpectedFinding expected) {
        List<Map<String, Object>> rows = DECISIONS.evaluate(expected.decision(), expected.inputs());

        assertThat(rows).filteredOn("code", expected.code()).singleElement().satisfies(row -> {
            assertThat(row)
                    .containsOnlyKeys("code", expected.decision(), "article", "requirement")
                    .containsEntry(expected.decision(), expected.outcome())
                    .containsEntry("article", expected.article());
            assertThat((String) row.get("requirement")).isNotBlank();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.smecluster.assessment.ContractTables#nationalCriteria")
    @DisplayName("第十六条：国家标准各条在界限上、界限两侧及缺数据时的结论；没有查到出处的由人判断")
    void holdsAgainstTheNationalStandard(ContractTables.ExpectedCriterion expected) {
        List<Map<String, Object>> rows = DECISIONS.evaluate(ContractTables.NATIONAL_CRITERIA, expected.inputs());

        assertThat(rows)
                .extracting(row -> row.get("code"))
                .doesNotHaveDuplicates()
                .hasSize(19);
        assertThat(rows).filteredOn("code", expected.code()).singleElement().satisfies(row -> assertThat(row)
                .containsOnlyKeys("code", ContractTables.NATIONAL_CRITERIA, "article", "requirement")
                .containsEntry(ContractTables.NATIONAL_CRITERIA, expected.outcome())
                .containsEntry("article", "第十六条"));
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("org.smecluster.assessment.ContractTables#CONDITION_TABLES")
    @DisplayName("第十一条：无论填报多少，每个指标代码恰有一条结论")
    void returnsOneFindingForEveryCodeWhateverTheInputs(String decision) {
        Map<String, List<Object>> values = ContractTables.valuesByInput(decision);
        List<Map<String, Object>> grid = new ArrayList<>(List.of(Map.of()));
        Map<String, Object> allNull = new HashMap<>();
        values.keySet().forEach(name -> allNull.put(name, null));
        grid.add(allNull);
        Random random = new Random(11);
        for (int i = 0; i < 250; i++) {
            Map<String, Object> inputs = new LinkedHashMap<>();
            values.forEach((name, options) -> inputs.put(name, options.get(random.nextInt(options.size()))));
            grid.add(inputs);
        }

        Set<String> codes = ContractTables.codes(decision);
        for (Map<String, Object> inputs : grid) {
            assertThat(DECISIONS.evaluate(decision, inputs))
                    .as("%s %s", decision, inputs)
                    .extracting(row -> row.get("code"))
                    .containsExactlyInAnyOrderElementsOf(codes);
        }
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("org.smecluster.assessment.ContractTables#CONDITION_TABLES")
    @DisplayName("第十一条：什么都没有填报时，每项都是缺数据")
    void nothingSuppliedIsMissingEverywhere(String decision) {
        assertThat(DECISIONS.evaluate(decision, Map.of()))
                .extracting(row -> row.get(decision))
                .hasSameSizeAs(ContractTables.codes(decision))
                .containsOnly("MISSING");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.smecluster.assessment.ContractTables#findings")
    @DisplayName("第十一条：其余各项均符合时，一项的结论就是总体结论")
    void oneFindingDecidesTheWholeWhereAllOthersAreMet(ExpectedFinding expected) {
        Map<String, Object> inputs = new HashMap<>(ContractTables.allMet());
        inputs.putAll(expected.inputs());

        assertThat(DECISIONS.evaluate("basicConditions", inputs))
                .containsExactly(Map.of("overall", expected.outcome()));
    }

    @ParameterizedTest(name = "占地 {0}，最低产值 {1}，覆盖率 {2}：{3}")
    @DisplayName("第十一条：不符合先于缺数据，缺数据先于需说明")
    @CsvSource(
            nullValues = "null",
            value = {
                "100, 20,   1,    MET",
                "101, 20,   1,    NEEDS_EXPLANATION",
                "101, null, 1,    MISSING",
                "101, 19,   1,    NOT_MET",
                "101, null, 0.99, NOT_MET",
                "100, null, 0.99, NOT_MET",
                "null, 20,  null, MISSING",
                "null, 19,  1,    NOT_MET"
            })
    void theGravestFindingDecides(Double area, Double output, Double coverage, String overall) {
        Map<String, Object> inputs = new HashMap<>(ContractTables.allMet());
        inputs.put("areaSquareKm", area);
        inputs.put("minAnnualOutput", output);
        inputs.put("policyCoverageRate", coverage);

        assertThat(DECISIONS.evaluate("basicConditions", inputs)).containsExactly(Map.of("overall", overall));
    }

    @Test
    @DisplayName("第十一条：什么都没有填报时，总体结论是缺数据")
    void nothingSuppliedIsMissingOnTheWhole() {
        assertThat(DECISIONS.evaluate("basicConditions", Map.of())).containsExactly(Map.of("overall", "MISSING"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.smecluster.assessment.ContractTables#vetoes")
    @DisplayName("第十条：八类事故、事件或行为，各等级，三年内外及不明")
    void vetoesAsArticleTenSays(ExpectedAnswer expected) {
        assertRow("vetoConditions", expected, "vetoed");
    }

    @ParameterizedTest(name = "类型 {0}，等级 {1}")
    @DisplayName("第十条：不认识的类型或等级由人工判断，不当作没有")
    @CsvSource({"EARTHQUAKE, MAJOR", "SAFETY, HUGE", "DATA_SECURITY, ''"})
    void anUnknownWordIsLeftToAPerson(String type, String level) {
        assertRow(
                "vetoConditions",
                new ExpectedAnswer(
                        ContractTables.inputs("incidentType", type, "incidentLevel", level, "withinThreeYears", true),
                        null),
                "vetoed");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.smecluster.assessment.ContractTables#eligibilities")
    @DisplayName("第十二条(一)：三种申报主体的全部情形；缺少的信息有影响时不算符合")
    void admitsApplicantsAsArticleTwelveSays(ExpectedAnswer expected) {
        assertRow("applicantEligibility", expected, "eligible");
    }

    @Test
    @DisplayName("第十七条：五种情形的全部组合，每种至多一条")
    void findsGroundsAsArticleSeventeenSays() {
        for (ExpectedAnswer expected : ContractTables.revocations()) {
            assertThat(DECISIONS.evaluate("revocationGrounds", expected.inputs()))
                    .as("%s", expected)
                    .extracting(row -> row.get("ground") + " " + row.get("article"))
                    .isEqualTo(expected.answer());
        }
    }

    @Test
    @DisplayName("第十七条：没有任何事实时，没有撤销情形")
    void noFactIsNoGround() {
        assertThat(DECISIONS.evaluate("revocationGrounds", Map.of())).isEmpty();
    }

    static Stream<List<Boolean>> materialFacts() {
        return ContractTables.materialFacts().stream();
    }

    @ParameterizedTest(name = "标准、境外机构、平台：{0}")
    @MethodSource("materialFacts")
    @DisplayName("第十三条：十一类材料各恰有一条，有无标准、境外机构、平台决定是否必须")
    void listsTheElevenMaterials(List<Boolean> facts) {
        List<Map<String, Object>> rows =
                DECISIONS.evaluate("applicationMaterials", ContractTables.materialInputs(facts));

        assertThat(rows)
                .extracting(row -> row.get("article") + " " + row.get("providedBy") + " " + row.get("requirement"))
                .isEqualTo(ContractTables.materials(facts));
        assertThat(rows).extracting(row -> row.get("material")).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> assertThat((String) row.get("name")).isNotBlank());
        assertThat(rows).allSatisfy(row -> assertThat((String) row.get("note")).endsWith("。"));
    }

    @Test
    @DisplayName("第十一条：没有数字的条件各一条，其中十条申报表没有问过；申报表中的每项声明恰好用到一次")
    void listsTheClausesWithoutANumber() {
        List<Map<String, Object>> rows = DECISIONS.evaluate("conditionClauses", ContractTables.inputs("year", 2026));
        assertThat(rows).extracting(row -> row.get("clause")).doesNotHaveDuplicates();
        assertThat(rows).extracting(row -> row.get("label")).doesNotHaveDuplicates();
        assertThat(rows)
                .filteredOn(row -> row.get("declaration") == null)
                .extracting(row -> row.get("clause"))
                .containsExactly(
                        "nicheStanding",
                        "brandRecognition",
                        "cultivationWork",
                        "innovationPartnership",
                        "integratedInnovation",
                        "advancedTechnology",
                        "digitalInfrastructure",
                        "cloudAdoption",
                        "energyStructure",
                        "resourceEfficiency");
        assertThat(rows.stream()
                        .flatMap(row -> Stream.of(row.get("declaration"), row.get("presumes")))
                        .filter(Objects::nonNull))
                .containsExactlyInAnyOrderElementsOf(Declarations.codes());
    }

    private static void assertRow(String decision, ExpectedAnswer expected, String output) {
        assertThat(DECISIONS.evaluate(decision, expected.inputs()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsOnlyKeys(output, "reason").containsEntry(output, expected.answer());
                    assertThat((String) row.get("reason")).endsWith("。");
                });
    }
}
