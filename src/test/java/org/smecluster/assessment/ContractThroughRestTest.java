package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.ContractTables.ExpectedAnswer;
import org.smecluster.assessment.ContractTables.ExpectedFinding;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcessTest
@DisplayName("经 REST 接口：部署的决策与办法一致")
class ContractThroughRestTest {

    /** Whose own models they are. */
    private static final String USER = "policy";

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("第十一条：八张表在界限上、界限两侧及缺数据时的结论")
    void theEightTablesAnswerAsTheContractSays() {
        SoftAssertions differences = new SoftAssertions();
        for (ExpectedFinding expected : ContractTables.findings()) {
            List<Map<String, Object>> found = evaluate(expected.decision(), expected.inputs()).stream()
                    .filter(row -> expected.code().equals(row.get("code")))
                    .toList();
            differences
                    .assertThat(found)
                    .as("%s", expected)
                    .extracting(row -> row.get(expected.decision()) + " " + row.get("article"))
                    .containsExactly(expected.outcome() + " " + expected.article());
        }
        differences.assertAll();
    }

    @Test
    @DisplayName("第十一条：总体结论由八张表汇总")
    void theRootSumsUpTheEightTables() {
        SoftAssertions differences = new SoftAssertions();
        for (ExpectedFinding expected : ContractTables.findings()) {
            Map<String, Object> inputs = new HashMap<>(ContractTables.allMet());
            inputs.putAll(expected.inputs());
            differences
                    .assertThat(evaluate("basicConditions", inputs))
                    .as("%s", expected)
                    .isEqualTo(List.of(Map.of("overall", expected.outcome())));
        }
        differences.assertThat(evaluate("basicConditions", Map.of())).isEqualTo(List.of(Map.of("overall", "MISSING")));
        differences.assertAll();
    }

    @Test
    @DisplayName("第十条：否决条件")
    void vetoesAnswerAsTheContractSays() {
        assertRows("vetoConditions", "vetoed", ContractTables.vetoes());
    }

    @Test
    @DisplayName("第十二条(一)：申报主体资格")
    void eligibilityAnswersAsTheContractSays() {
        assertRows("applicantEligibility", "eligible", ContractTables.eligibilities());
    }

    @Test
    @DisplayName("第十七条：撤销认定情形")
    void revocationGroundsAnswerAsTheContractSays() {
        SoftAssertions differences = new SoftAssertions();
        for (ExpectedAnswer expected : ContractTables.revocations()) {
            differences
                    .assertThat(evaluate("revocationGrounds", expected.inputs()))
                    .as("%s", expected)
                    .extracting(row -> row.get("ground") + " " + row.get("article"))
                    .isEqualTo(expected.answer());
        }
        differences.assertAll();
    }

    @Test
    @DisplayName("第十六条：国家级集群推荐标准")
    void nationalCriteriaAnswerAsTheContractSays() {
        SoftAssertions differences = new SoftAssertions();
        for (ContractTables.ExpectedCriterion expected : ContractTables.nationalCriteria()) {
            differences
                    .assertThat(evaluate(ContractTables.NATIONAL_CRITERIA, expected.inputs()))
                    .as("%s", expected)
                    .filteredOn(row -> expected.code().equals(row.get("code")))
                    .extracting(row -> row.get(ContractTables.NATIONAL_CRITERIA))
                    .containsExactly(expected.outcome());
        }
        differences.assertAll();
    }

    @Test
    @DisplayName("第十三条：申报材料")
    void materialsAreListedAsTheArticleSays() {
        SoftAssertions differences = new SoftAssertions();
        for (List<Boolean> facts : ContractTables.materialFacts()) {
            differences
                    .assertThat(evaluate("applicationMaterials", ContractTables.materialInputs(facts)))
                    .as("%s", facts)
                    .extracting(row -> row.get("article") + " " + row.get("providedBy") + " " + row.get("requirement"))
                    .isEqualTo(ContractTables.materials(facts));
        }
        differences.assertAll();
    }

    @Test
    @DisplayName("没有登录的人不能试算")
    void isClosedToStrangers() {
        assertThat(RestCall.anonymous(port)
                        .post(path("vetoConditions"), "{\"variables\":{}}")
                        .statusCode())
                .isEqualTo(401);
    }

    private void assertRows(String decision, String output, List<ExpectedAnswer> answers) {
        SoftAssertions differences = new SoftAssertions();
        for (ExpectedAnswer expected : answers) {
            List<Map<String, Object>> rows = evaluate(decision, expected.inputs());
            differences.check(
                    () -> assertThat(rows).as("%s", expected).singleElement().satisfies(row -> {
                        assertThat(row).containsOnlyKeys(output, "reason").containsEntry(output, expected.answer());
                        assertThat((String) row.get("reason")).endsWith("。");
                    }));
        }
        differences.assertAll();
    }

    private List<Map<String, Object>> evaluate(String decision, Map<String, Object> inputs) {
        Map<String, Object> variables = new LinkedHashMap<>();
        inputs.forEach((name, value) -> {
            Map<String, Object> variable = new HashMap<>();
            variable.put("value", value);
            variable.put("type", value == null ? "Null" : value.getClass().getSimpleName());
            variables.put(name, variable);
        });
        HttpResponse<String> response = RestCall.as(USER, port).post(path(decision), Map.of("variables", variables));
        assertThat(response.statusCode())
                .as("%s %s: %s", decision, inputs, response.body())
                .isEqualTo(200);
        List<Map<String, Object>> rows = new ArrayList<>();
        read(response.body()).forEach(row -> {
            Map<String, Object> values = new LinkedHashMap<>();
            row.fields()
                    .forEachRemaining(output ->
                            values.put(output.getKey(), plain(output.getValue().get("value"))));
            rows.add(values);
        });
        return rows;
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(json, broken);
        }
    }

    private static Object plain(JsonNode value) {
        return value.isNull() ? null : value.isBoolean() ? (Object) value.booleanValue() : value.textValue();
    }

    private static String path(String decision) {
        return "/decision-definition/key/" + decision + "/evaluate";
    }
}
