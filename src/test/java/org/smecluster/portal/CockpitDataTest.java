package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.recognition.RecognitionService;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.support.Browser;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@DisplayName("运行监控里的案件和异常")
class CockpitDataTest {

    private static final String FETCH = "platformFetch";
    private static final List<String> ENDPOINTS = List.of(
            "/admin/cockpit/cases",
            "/admin/cockpit/choices",
            "/admin/cockpit/instances/none",
            "/admin/cockpit/instances/none/decisions",
            "/admin/cockpit/failures");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ManagementService management;

    @LocalServerPort
    private int port;

    @AfterEach
    void withoutTheTestsModel() {
        for (Deployment deployment :
                repository.createDeploymentQuery().deploymentName(FETCH).list()) {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    private JsonNode read(String path) throws Exception {
        return new ObjectMapper()
                .readTree(new PortalFixture(context)
                        .as("admin", "camunda-admin")
                        .perform(get("/admin/cockpit/" + path).accept("application/json"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(field).asText())
                .toList();
    }

    private RecognitionWalk withdrawn() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        RecognitionWalk walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .started()
                .submitted();
        context.getBean(RecognitionService.class).withdraw(walk.caseNumber(), walk.applicant(), "数据需重新核实");
        return walk;
    }

    private String failedFetch() {
        repository
                .createDeployment()
                .name(FETCH)
                .addClasspathResource("engine/platformFetch.bpmn")
                .deploy();
        String instance = runtime.startProcessInstanceByKey(FETCH, "取数-1", Map.of("reachable", false))
                .getId();
        assertThatThrownBy(() -> management.executeJob(jobOf(instance))).hasMessageContaining("platform");
        return instance;
    }

    private String jobOf(String instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "county-640221",
                "park-ningdong",
                "city-6402",
                "province-officer",
                "province-leader",
                "expert",
                "policy-owner"
            })
    @DisplayName("除系统管理员外，谁也读不到")
    void administratorsOnly(String group) throws Exception {
        for (String path : ENDPOINTS) {
            new PortalFixture(context)
                    .as("somebody", group)
                    .perform(get(path).accept("application/json"))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    @DisplayName("未登录的读不到；通过 HTTP 也一样")
    void overHttp() {
        Browser nobody = new Browser(port);
        Browser policy = Browser.signedIn("policy", port);
        Browser admin = Browser.signedIn("admin", port);
        for (String path : ENDPOINTS) {
            assertThat(nobody.fetch(path).statusCode()).as(path).isEqualTo(401);
            assertThat(policy.fetch(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(admin.fetch("/admin/cockpit/cases").statusCode()).isEqualTo(200);
        assertThat(admin.fetch("/admin/cockpit/instances/none").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("办结的案件：按流程、案号、集群、单位、所在市、结局、期间都找得到，条件不符就没有")
    void list() throws Exception {
        RecognitionWalk walk = withdrawn();
        for (String found : new String[] {
            "",
            "?process=clusterRecognition",
            "?caseNumber=rd-00001",
            "?cluster=精细化工",
            "?unit=county-640221",
            "?unit=city-6402",
            "?outcome=已撤回申报",
            "?from=2026-06-15&to=2026-06-15",
            "?stage=ALL&process=clusterRecognition"
        }) {
            JsonNode page = read("cases" + found);
            assertThat(texts(page.path("items"), "caseNumber")).as(found).containsExactly(walk.caseNumber());
        }
        for (String missed : new String[] {
            "?process=publicNotice",
            "?caseNumber=RD-00002",
            "?cluster=枸杞",
            "?unit=county-640521",
            "?unit=city-6401",
            "?outcome=已认定",
            "?from=2026-06-16",
            "?to=2026-06-14",
            "?stage=RUNNING&process=clusterRecognition"
        }) {
            assertThat(read("cases" + missed).path("total").asInt()).as(missed).isZero();
        }
        JsonNode item = read("cases").path("items").path(0);
        assertThat(item.path("outcome").asText()).isEqualTo("已撤回申报");
        assertThat(item.path("processName").asText()).isEqualTo("集群认定申报");
        assertThat(read("choices").path("outcomes").toString()).contains("已撤回申报");
    }

    @Test
    @DisplayName("很多案件：每页20件，总数照实，页码超出时给最后一页")
    void pages() throws Exception {
        repository
                .createDeployment()
                .name(FETCH)
                .addClasspathResource("engine/platformFetch.bpmn")
                .deploy();
        for (int number = 1; number <= 23; number++) {
            String instance = runtime.startProcessInstanceByKey(FETCH, "取数-" + number, Map.of("reachable", true))
                    .getId();
            management.executeJob(jobOf(instance));
        }
        assertThat(read("cases").path("items")).hasSize(20);
        JsonNode last = read("cases?page=9");
        assertThat(last.path("items")).hasSize(3);
        assertThat(last.path("page").asInt()).isEqualTo(2);
        assertThat(last.path("total").asInt()).isEqualTo(23);
    }

    @Test
    @DisplayName("一件办结的案件：步骤、推定的连线、办理人、变量、决策和命中的规则都在")
    void story() throws Exception {
        RecognitionWalk walk = withdrawn();
        String id = read("cases").path("items").path(0).path("id").asText();
        JsonNode told = read("instances/" + id);
        JsonNode story = told.path("story");
        assertThat(texts(story.path("steps"), "activity"))
                .containsSubsequence(
                        "event_applicationStarted",
                        "decide_applicantEligibility",
                        "call_fileApplication",
                        "task_decideAcceptance",
                        "event_withdrawalRecorded");
        assertThat(StreamSupport.stream(story.path("flows").spliterator(), false))
                .isNotEmpty()
                .allMatch(flow ->
                        flow.path("certain").asBoolean() && flow.path("times").asInt() == 1);
        assertThat(StreamSupport.stream(story.path("tasks").spliterator(), false))
                .extracting(task -> task.path("name").asText(), task -> task.path("completed")
                        .asBoolean())
                .containsExactly(tuple("受理审查", false));
        assertThat(story.path("variables"))
                .anyMatch(variable -> variable.path("name").asText().equals("clusterName")
                        && variable.path("value").asText().equals(walk.sample().getClusterName())
                        && variable.path("scope").isNull());
        assertThat(told.path("facts").path("state").asText()).isEqualTo("已撤回");
        assertThat(told.path("facts").path("unit").asText()).isEqualTo("石嘴山市 平罗县");
        assertThat(told.path("facts").path("page").isNull())
                .as("an administrator may not open the file")
                .isTrue();

        JsonNode decision = read("instances/" + id + "/decisions").path(0);
        assertThat(decision.path("decision").asText()).isEqualTo("applicantEligibility");
        assertThat(decision.path("version").asInt()).isPositive();
        assertThat(decision.path("inputs")).isNotEmpty();
        assertThat(decision.path("rules").path(0).path("number").asInt()).isPositive();
        assertThat(decision.path("rules").path(0).path("outputs").toString()).contains("eligible", "true");
    }

    @Test
    @DisplayName("案件调用的流程：列表里不另算一件，按流程找得到，步骤和办理人都在")
    void called() throws Exception {
        RecognitionWalk walk = withdrawn();
        assertThat(read("cases").path("total").asInt()).isOne();
        JsonNode item = read("cases?process=dataFiling").path("items").path(0);
        assertThat(item.path("caseNumber").asText()).isEqualTo(walk.caseNumber());
        assertThat(item.path("unit").asText()).isEqualTo("county-640221");
        JsonNode story = read("instances/" + item.path("id").asText()).path("story");
        assertThat(texts(story.path("steps"), "activity"))
                .containsSubsequence(
                        "event_filingOpened",
                        "task_enterData",
                        "service_assessSubmission",
                        "task_confirmAndSubmit",
                        "service_freezeSubmission",
                        "event_dataSubmitted");
        assertThat(StreamSupport.stream(story.path("tasks").spliterator(), false))
                .extracting(task -> task.path("name").asText(), task -> task.path("completed")
                        .asBoolean())
                .containsExactly(tuple("填报数据与声明", true), tuple("核对评估结果并提交", true));
    }

    @Test
    @DisplayName("在办的案件：所在步骤、可由谁认领、期限和下一步")
    void running() throws Exception {
        TestClock.set(LocalDate.of(2026, 6, 15));
        RecognitionWalk walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .started()
                .submitted();
        JsonNode told = read("instances/" + walk.instanceId());
        JsonNode task = told.path("story").path("tasks").path(0);
        assertThat(task.path("name").asText()).isEqualTo("受理审查");
        assertThat(task.path("candidates").toString()).contains("city-6402");
        assertThat(told.path("facts").path("nextStep").asText()).contains("等待市级主管部门受理审查");
        assertThat(told.path("facts").path("deadlines")).isNotEmpty();
    }

    @Test
    @DisplayName("失败的步骤：在异常处理里，带批注；再次失败留在原处，排除原因后重试成功，历史里记为已解决")
    void failures() throws Exception {
        String instance = failedFetch();
        JsonNode failure = read("failures").path("items").path(0);
        assertThat(failure.path("label").asText()).isEqualTo("取得平台数据");
        assertThat(failure.path("caseNumber").asText()).isEqualTo("取数-1");
        assertThat(failure.path("message").asText()).contains("platform");
        assertThat(failure.path("retriesLeft").asInt()).isZero();
        assertThat(read("cases?stage=ALL")
                        .path("items")
                        .path(0)
                        .path("openIncidents")
                        .asInt())
                .isEqualTo(1);

        String incident = failure.path("incident").asText();
        runtime.setAnnotationForIncidentById(incident, "平台维护，明日重试");
        assertThatThrownBy(() -> management.executeJob(failure.path("job").asText()))
                .isNotNull();
        JsonNode again = read("failures?instance=" + instance).path("items").path(0);
        assertThat(again.path("incident").asText()).isEqualTo(incident);
        assertThat(again.path("annotation").asText()).isEqualTo("平台维护，明日重试");

        runtime.setVariable(instance, "reachable", true);
        management.executeJob(failure.path("job").asText());
        assertThat(read("failures").path("items")).isEmpty();
        JsonNode past =
                read("instances/" + instance).path("story").path("incidents").path(0);
        assertThat(past.path("status").asText()).isEqualTo("RESOLVED");
        assertThat(past.path("annotation").asText()).isEqualTo("平台维护，明日重试");
    }

    @Test
    @DisplayName("重试和批注走引擎的接口：别人被拒绝，什么也没有变")
    void retryIsTheAdministratorsAlone() {
        String instance = failedFetch();
        for (String userId : new String[] {"policy", "officer-1", "pingluo"}) {
            HttpResponse<String> answer = Browser.signedIn(userId, port)
                    .postBody("/camunda/api/engine/engine/default/job/" + jobOf(instance) + "/execute", "");
            assertThat(answer.statusCode()).as(userId).isBetween(400, 404);
        }
        assertThat(runtime.createIncidentQuery().processInstanceId(instance).count())
                .isEqualTo(1);
    }
}
