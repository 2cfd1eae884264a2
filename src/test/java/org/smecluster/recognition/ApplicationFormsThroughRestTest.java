package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smecluster.engine.FormRejected;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ResponseEntity;

@ProcessTest
@DisplayName("集群认定申报的每张表单：经 REST 和 Java 提交的缺项、负数、超长、表外内容都以一句话拒绝")
class ApplicationFormsThroughRestTest {

    private static final String PASSWORD = "Ningxia#Jiqun2026";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The declarations alone are 17 choices and 17 texts of one shape. */
    private static final int ENOUGH_OF_A_TYPE = 5;

    @Autowired
    ApplicationContext context;

    @Autowired
    TestRestTemplate http;

    @Autowired
    FormService forms;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    private RecognitionWalk walk;

    @BeforeEach
    void openBatch() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context).of("fine-chemicals-pingluo").openBatch().experts();
    }

    /**
     * @param user a sample user whose step it is
     * @param valid what the form accepts, every field shown
     */
    record Step(String form, String task, String user, Map<String, Object> valid) {

        @Override
        public String toString() {
            return form;
        }
    }

    /** A submission that must be refused, and the words that must tell why. */
    record Bad(String what, Map<String, Object> values, String sentence) {}

    static Stream<Step> steps() {
        return Stream.of(
                new Step(
                        "startRecognition",
                        null,
                        "pingluo-park",
                        Map.of(
                                "clusterName", "平罗县精细化工产业集群",
                                "leadingIndustry", "精细化工",
                                "crossCounty", "true",
                                "involvedCounties", List.of("640202"),
                                "largestOutputShare", "true",
                                "designatedByCity", true,
                                "designationDocument", "石工信发〔2026〕12号")),
                new Step("declareConditions", "task_enterData", "pingluo", Map.of("noIncidents", true)),
                new Step(
                        "confirmAndSubmit",
                        "task_confirmAndSubmit",
                        "pingluo",
                        Map.of("nextStep", "SUBMIT", "truthfulnessCommitted", true)),
                new Step(
                        "decideAcceptance",
                        "task_decideAcceptance",
                        "city-shizuishan",
                        Map.of("acceptance", "RETURN", "opinion", "请补充发展规划", "correctionWorkingDays", 5)),
                new Step(
                        "reviewPreliminarily",
                        "task_reviewPreliminarily",
                        "city-shizuishan",
                        Map.of("conclusion", "MEETS", "opinion", "经审查，符合各项条件。")),
                new Step(
                        "decideRecommendation",
                        "task_decideRecommendation",
                        "city-shizuishan",
                        Map.of(
                                "recommendation", "RECOMMEND",
                                "documentNumber", "石工信发〔2026〕31号",
                                "documentDate", "2026-06-01",
                                "opinion", "同意推荐")),
                new Step(
                        "planReReview",
                        "task_planReReview",
                        "officer-1",
                        Map.of(
                                "expertReviewOrdered", true,
                                "expertIds", List.of("expert-wang"),
                                "siteInspectionOrdered", true,
                                "siteInspectionReason", "核实产能")),
                new Step(
                        "giveExpertOpinion",
                        "task_giveExpertOpinion",
                        "expert-wang",
                        Map.of("recommendation", "RECOMMEND", "score", 88, "opinion", "产业基础扎实，同意推荐。")),
                new Step(
                        "inspectOnSite",
                        "task_inspectOnSite",
                        "officer-1",
                        Map.of(
                                "inspectedOn", "2026-06-15",
                                "participants", "丁少华",
                                "findings", "抽查五家企业，与申报材料一致。",
                                "conclusion", "CONSISTENT")),
                new Step(
                        "concludeReReview",
                        "task_concludeReReview",
                        "officer-1",
                        Map.of("conclusion", "PASS", "opinion", "综合各方意见，予以通过。")));
    }

    private void bringTo(Step step) {
        if (step.task() == null) {
            return;
        }
        walk.started().uploaded();
        List<Runnable> way = List.of(
                () -> walk.declared().jobDone(),
                walk::confirmed,
                walk::accepted,
                walk::reviewed,
                () -> walk.recommended().reAssessed(),
                () -> walk.planned(List.of("expert-wang"), true),
                () -> walk.expertAnswered("expert-wang", "产业基础扎实，同意推荐。"),
                walk::inspected);
        for (Runnable next : way) {
            if (walk.openTasks().contains(step.task())) {
                return;
            }
            next.run();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void badSubmissionsAreRefusedAndTheGoodOneAccepted(Step step) throws IOException {
        bringTo(step);
        List<Bad> bad = badOnes(step);
        assertThat(bad).hasSizeGreaterThan(3);
        for (Bad one : bad) {
            assertThatThrownBy(() -> submitInJava(step, one.values()))
                    .as("%s in Java: %s", step, one.what())
                    .isInstanceOf(FormRejected.class)
                    .hasMessageContaining(one.sentence());
            ResponseEntity<String> answer = submitThroughRest(step, one.values());
            assertThat(answer.getStatusCode().value()).as("%s: %s", step, one.what()).isEqualTo(400);
            assertThat(answer.getBody()).as("%s: %s", step, one.what()).contains(one.sentence());
        }
        ResponseEntity<String> accepted = submitThroughRest(step, step.valid());
        assertThat(accepted.getStatusCode().is2xxSuccessful())
                .as("%s accepts what is right: %s", step, accepted.getBody())
                .isTrue();
    }

    private void submitInJava(Step step, Map<String, Object> values) {
        if (step.task() == null) {
            String definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("clusterRecognition")
                    .latestVersion()
                    .singleResult()
                    .getId();
            forms.submitStartForm(definition, new HashMap<>(values));
        } else {
            forms.submitTaskForm(walk.task(step.task()).getId(), new HashMap<>(values));
        }
    }

    private ResponseEntity<String> submitThroughRest(Step step, Map<String, Object> values) {
        Map<String, Object> variables = new LinkedHashMap<>();
        values.forEach((key, value) -> variables.put(key, typed(value)));
        String path = step.task() == null
                ? "/engine-rest/process-definition/key/clusterRecognition/submit-form"
                : "/engine-rest/task/" + walk.task(step.task()).getId() + "/submit-form";
        return http.withBasicAuth(step.user(), PASSWORD)
                .postForEntity(path, Map.of("variables", variables), String.class);
    }

    /** As Tasklist sends them: lists as JSON. */
    private static Map<String, Object> typed(Object value) {
        if (value instanceof List<?> list) {
            try {
                return Map.of("value", JSON.writeValueAsString(list), "type", "Json");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return Map.of("value", value);
    }

    private static List<Bad> badOnes(Step step) throws IOException {
        JsonNode form = JSON.readTree(Path.of("forms/recognition", step.form() + ".form").toFile());
        List<Bad> bad = new ArrayList<>();
        bad.add(with(step, "a foreign field", "applicationId", 99, "表单没有“applicationId”这一项"));
        Map<String, Integer> spoilt = new HashMap<>();
        for (JsonNode field : form.path("components")) {
            String key = field.path("key").asText("");
            if (!key.isEmpty() && spoilt.merge(field.path("type").asText(), 1, Integer::sum) <= ENOUGH_OF_A_TYPE) {
                spoil(step, field, key, bad);
            }
        }
        return bad;
    }

    private static void spoil(Step step, JsonNode field, String key, List<Bad> bad) {
        String label = field.path("label").asText(field.path("dateLabel").asText());
        JsonNode rules = field.path("validate");
        if (rules.path("required").asBoolean()) {
            Map<String, Object> without = new HashMap<>(step.valid());
            without.remove(key);
            bad.add(new Bad(key + " missing", without, "“" + label + "”为必填项"));
        }
        if (rules.has("maxLength")) {
            String tooLong = "长".repeat(rules.path("maxLength").asInt() + 1);
            bad.add(with(step, key + " oversized", key, tooLong, "“" + label + "”最多"));
        }
        switch (field.path("type").asText()) {
            case "number" -> {
                bad.add(with(step, key + " negative", key, -1, "“" + label + "”不能小于"));
                bad.add(with(step, key + " too large", key, 1_000_000, "“" + label + "”不能大于"));
                bad.add(with(step, key + " no number", key, "五天", "“" + label + "”应为数字"));
            }
            case "radio" -> bad.add(with(step, key + " no option", key, "MAYBE", "“" + label + "”没有“MAYBE”"));
            case "taglist" -> bad.add(with(step, key + " no option", key, List.of("nobody"), "“" + label + "”没有“nobody”"));
            case "datetime" -> bad.add(with(step, key + " no date", key, "六月一日", "“" + label + "”应为日期"));
            case "checkbox" -> bad.add(with(step, key + " no flag", key, "也许", "“" + label + "”只能是勾选或不勾选"));
            default -> {}
        }
    }

    private static Bad with(Step step, String what, String key, Object value, String sentence) {
        Map<String, Object> values = new HashMap<>(step.valid());
        values.put(key, value);
        return new Bad(what, values, sentence);
    }
}
