package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("决策表本身：写法一致，读起来就是条文")
class DecisionModelsTest {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern CITES = Pattern.compile("^第十[一二三六七]?条(\\([一二三四五六七八九十]+\\))?：.+");

    static Stream<Decision> decisions() throws Exception {
        Stream.Builder<Decision> all = Stream.builder();
        for (String file : Decisions.files()) {
            try (InputStream stream = Decisions.open(file)) {
                DmnModelInstance model = Dmn.readModelFromStream(stream);
                model.getModelElementsByType(Decision.class).forEach(all);
            }
        }
        return all.build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    @DisplayName("每张表有中文名称、留存期、版本标签；每条规则引用条文")
    void isNamedKeptTaggedAndCitesItsArticle(String id, Decision decision) {
        assertThat(decision.getName()).isNotBlank();
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(decision.getVersionTag()).isNotBlank();
        DecisionTable table = (DecisionTable) decision.getExpression();
        for (Rule rule : table.getRules()) {
            assertThat(rule.getDescription().getTextContent()).as(rule.getId()).matches(CITES);
        }
        for (Input input : table.getInputs()) {
            assertThat(input.getLabel()).as(input.getId()).isNotBlank();
        }
        for (Output output : table.getOutputs()) {
            assertThat(output.getTypeRef()).as(output.getId()).isIn("string", "boolean", "double");
        }
    }

    /** Measured on the engine's FEEL: {@code true, null} matches false as well. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    @DisplayName("格内不写 true, null：引擎会把 false 也算在内")
    void noCellListsTrueAmongOthers(String id, Decision decision) {
        DecisionTable table = (DecisionTable) decision.getExpression();
        for (Rule rule : table.getRules()) {
            for (InputEntry cell : rule.getInputEntries()) {
                assertThat(cell.getTextContent()).as(cell.getId()).doesNotContainPattern("\\btrue\\b.*,|,.*\\btrue\\b");
            }
        }
    }

    @Test
    @DisplayName("第十一条：要求的文字与格内的数字一致，改一处须改另一处")
    void requirementTextsSayTheNumbersOfTheirCells() throws Exception {
        int compared = 0;
        for (Decision decision : decisions().toList()) {
            if (!ContractTables.CONDITION_TABLES.contains(decision.getId())
                    && !decision.getId().equals(ContractTables.NATIONAL_CRITERIA)) {
                continue;
            }
            DecisionTable table = (DecisionTable) decision.getExpression();
            List<Input> inputs = List.copyOf(table.getInputs());
            for (Rule rule : table.getRules()) {
                String requirement = List.copyOf(rule.getOutputEntries()).get(3).getTextContent();
                int column = 0;
                for (InputEntry cell : rule.getInputEntries()) {
                    boolean ratio = inputs.get(column++).getLabel().contains("（比率）");
                    Matcher number = NUMBER.matcher(cell.getTextContent());
                    while (number.find()) {
                        BigDecimal threshold = new BigDecimal(number.group());
                        String said = ratio
                                ? threshold
                                                .movePointRight(2)
                                                .stripTrailingZeros()
                                                .toPlainString() + "%"
                                : threshold.toPlainString();
                        assertThat(requirement).as(rule.getId()).containsPattern("(?<!\\d)" + said);
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    @DisplayName("第十一条：条文没有规定的数量和算法写明是参考口径，达不到的须说明理由，不因此不符合；其余不写")
    void whatTheMeasuresDoNotStateIsAReference() throws Exception {
        for (Decision decision : decisions().toList()) {
            if (!ContractTables.CONDITION_TABLES.contains(decision.getId())) {
                continue;
            }
            for (Rule rule : ((DecisionTable) decision.getExpression()).getRules()) {
                List<String> row = rule.getOutputEntries().stream()
                        .map(cell -> cell.getTextContent().replace("\"", ""))
                        .toList();
                boolean reference = ContractTables.REFERENCES.contains(row.get(0));
                assertThat(row.get(3).startsWith("参考口径")).as(rule.getId()).isEqualTo(reference);
                assertThat(reference && row.get(1).equals("NOT_MET"))
                        .as(rule.getId())
                        .isFalse();
            }
        }
    }

    @Test
    @DisplayName("每条规则都有情形触发，没有永远用不到的规则")
    void everyRuleFires() throws Exception {
        Decisions decisions = new Decisions();
        ContractTables.findings().forEach(finding -> {
            Map<String, Object> inputs = new HashMap<>(ContractTables.allMet());
            inputs.putAll(finding.inputs());
            decisions.evaluate("basicConditions", inputs);
        });
        ContractTables.READINGS.forEach((indicator, headCount) -> assertThat(
                        decisions.evaluate("readings", ContractTables.inputs("indicator", indicator)))
                .containsExactly(Map.of("headCount", headCount)));
        ContractTables.vetoes().forEach(veto -> decisions.evaluate("vetoConditions", veto.inputs()));
        ContractTables.eligibilities()
                .forEach(applicant -> decisions.evaluate("applicantEligibility", applicant.inputs()));
        ContractTables.revocations().forEach(facts -> decisions.evaluate("revocationGrounds", facts.inputs()));
        for (Boolean fact : Arrays.asList(true, false, null)) {
            decisions.evaluate(
                    "applicationMaterials",
                    ContractTables.inputs(
                            "hasStandards", fact, "hasOverseasBranches", fact, "hasServicePlatforms", fact));
        }
        decisions.evaluate("conditionClauses", ContractTables.inputs("year", 2026));
        ContractTables.nationalCriteria()
                .forEach(criterion -> decisions.evaluate(ContractTables.NATIONAL_CRITERIA, criterion.inputs()));
        ContractTables.FIGURES.forEach(
                figure -> decisions.evaluate("plausibilityLimits", ContractTables.inputs("figure", figure)));

        assertThat(decisions.firedRules())
                .containsExactlyInAnyOrderElementsOf(decisions()
                        .flatMap(decision -> ((DecisionTable) decision.getExpression()).getRules().stream())
                        .map(Rule::getId)
                        .toList());
    }

    static Stream<Arguments> names() throws Exception {
        return decisions().map(d -> Arguments.of(d.getId(), d));
    }
}
