package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
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
import org.smecluster.support.RestCall;
import org.smecluster.support.Scored;
import org.smecluster.support.SpoiltForm;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("集群认定申报的每张表单：经接口和 Java 提交的缺项、负数、超长、表外内容都以一句话拒绝")
class ApplicationFormsThroughRestTest {

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @Autowired
    FormService forms;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    private RecognitionWalk walk;

    @BeforeEach
    void openBatch() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .experts();
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
                                "countyOutputs", "平罗县 12.5\n大武口区 7.25",
                                "adjacencyExplanation", "两县交界处共建园区，见规划图。",
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
                new Step("verifyOnSite", "task_verifyOnSite", "city-shizuishan", Map.of("summary", "到现场核查，情况属实。")),
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
                                "expertReviewOrdered",
                                true,
                                "expertIds",
                                List.of("expert-wang"),
                                "siteInspectionOrdered",
                                true,
                                "siteInspectionReason",
                                "核实产能")),
                new Step(
                        "giveExpertOpinion",
                        "task_giveExpertOpinion",
                        "expert-wang",
                        Map.of("recommendation", "RECOMMEND", "opinion", "产业基础扎实，同意推荐。")),
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
        boolean verified = "task_verifyOnSite".equals(step.task());
        if (verified) {
            jdbc.sql("update batch set site_verification = true").update();
        }
        walk.started().uploaded();
        List<Runnable> way = List.of(
                () -> walk.declared().jobDone(),
                walk::confirmed,
                () -> {
                    walk.accepted();
                    if (verified) {
                        walk.seenOnSite();
                    }
                },
                walk::reviewed,
                () -> walk.recommended().reAssessed(),
                () -> walk.planned(List.of("expert-wang"), true),
                () -> walk.expertAnswered("expert-wang", "产业基础扎实，同意推荐。"),
                walk::inspected);
        for (Runnable next : way) {
            if (walk.openTasks().contains(step.task())) {
                if (step.task().equals("task_giveExpertOpinion")) {
                    Scored.all(context, walk.caseNumber(), "expert-wang", 88);
                }
                return;
            }
            next.run();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void badSubmissionsAreRefusedAndTheGoodOneAccepted(Step step) throws IOException {
        bringTo(step);
        List<SpoiltForm> bad = SpoiltForm.of(Path.of("forms/recognition", step.form() + ".form"), step.valid());
        assertThat(bad).hasSizeGreaterThan(2);
        for (SpoiltForm one : bad) {
            assertThatThrownBy(() -> submitInJava(step, one.values()))
                    .as("%s in Java: %s", step, one.what())
                    .isInstanceOf(FormRejected.class)
                    .hasMessageContaining(one.sentence());
            HttpResponse<String> answer = submitThroughRest(step, one.values());
            assertThat(answer.statusCode()).as("%s: %s", step, one.what()).isEqualTo(400);
            assertThat(answer.body()).as("%s: %s", step, one.what()).contains(one.sentence());
        }
        HttpResponse<String> accepted = submitThroughRest(step, step.valid());
        assertThat(accepted.statusCode() / 100 == 2)
                .as("%s accepts what is right: %s", step, accepted.body())
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

    private HttpResponse<String> submitThroughRest(Step step, Map<String, Object> values) {
        RestCall rest = RestCall.as(step.user(), port);
        String path = step.task() == null
                ? rest.startForm("clusterRecognition")
                : "/task/" + walk.task(step.task()).getId() + "/submit-form";
        return rest.post(path, SpoiltForm.asTasklistSends(values));
    }
}
