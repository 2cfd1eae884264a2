package org.smecluster.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.support.Modeler;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcessTest
class EngineRestAccessTest {

    private static final String MODEL = "identity/countyWork.bpmn";

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private IdentityService identityService;

    private String instanceId;
    private String taskId;

    @BeforeEach
    void aTaskOfPingluo() {
        repositoryService
                .createDeployment()
                .name("access test")
                .addClasspathResource(MODEL)
                .deploy();
        instanceId = runtimeService
                .startProcessInstanceByKey("countyWork", Map.of("applicantGroup", "county-640221"))
                .getId();
        taskId = taskService
                .createTaskQuery()
                .processInstanceId(instanceId)
                .singleResult()
                .getId();
    }

    @AfterEach
    void removeTheModel() {
        for (Deployment deployment : repositoryService
                .createDeploymentQuery()
                .deploymentNameLike("access test%")
                .list()) {
            repositoryService.deleteDeployment(deployment.getId(), true);
        }
    }

    /** Each by the door that is theirs. */
    private RestCall as(String userId) {
        return List.of("policy", "admin").contains(userId) ? RestCall.basic(userId, port) : RestCall.as(userId, port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/engine", "/engine/default/task", "/task", "/deployment", "/version", "/history/task", "/user"})
    @DisplayName("没有用户名密码，REST 接口一个也不开放，引擎列表也不例外")
    void closedWithoutCredentials(String path) {
        assertThat(RestCall.anonymous(port).get(path).statusCode()).isEqualTo(401);
        assertThat(RestCall.basic("nobody", "whatever", port).get(path).statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("本县经办看得到、认领得了、办得了本县的任务")
    void candidateWorks() {
        assertThat(as("pingluo").get("/task?processInstanceId=" + instanceId).body())
                .contains(taskId);
        assertThat(as("pingluo")
                        .post("/task/" + taskId + "/claim", "{\"userId\":\"pingluo\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(as("pingluo").post("/task/" + taskId + "/submit-form", "{}").statusCode())
                .isEqualTo(204);
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(instanceId)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lingwu", "pingluo-park", "city-shizuishan", "officer-1", "leader", "expert-ma"})
    @DisplayName("不是候选人的，看不到任务，也认领、办理不了")
    void othersDoNotSeeIt(String userId) {
        assertThat(as(userId).get("/task").body()).isEqualTo("[]");
        assertThat(as(userId).get("/task/" + taskId).statusCode()).isEqualTo(404);
        assertThat(as(userId).get("/task/" + taskId + "/variables").statusCode())
                .isEqualTo(403);
        assertThat(as(userId)
                        .post("/task/" + taskId + "/claim", "{\"userId\":\"" + userId + "\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(as(userId).post("/task/" + taskId + "/submit-form", "{}").statusCode())
                .isEqualTo(403);
        assertThat(as(userId).get("/process-instance").statusCode()).isEqualTo(403);
        assertThat(as(userId)
                        .get("/process-instance/" + instanceId + "/variables")
                        .statusCode())
                .isEqualTo(403);
        assertThat(as(userId).get("/variable-instance").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("候选人不能绕过表单改变量、期限和办理人")
    void candidateChangesNothingElse() {
        RestCall pingluo = as("pingluo");
        String variable = "{\"value\":\"county-640181\",\"type\":\"String\"}";
        String modifications = "{\"modifications\":{\"applicantGroup\":" + variable + "}}";
        assertThat(pingluo.put("/task/" + taskId + "/variables/applicantGroup", variable)
                        .statusCode())
                .isEqualTo(403);
        assertThat(pingluo.post("/task/" + taskId + "/variables", modifications).statusCode())
                .isEqualTo(403);
        assertThat(pingluo.put("/task/" + taskId + "/localVariables/x", variable)
                        .statusCode())
                .isEqualTo(403);
        assertThat(pingluo.put("/process-instance/" + instanceId + "/variables/applicantGroup", variable)
                        .statusCode())
                .isEqualTo(403);
        assertThat(pingluo.post("/task/" + taskId + "/assignee", "{\"userId\":\"lingwu\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(pingluo.post("/task/" + taskId + "/delegate", "{\"userId\":\"lingwu\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(pingluo.post("/task/" + taskId + "/identity-links", "{\"userId\":\"lingwu\",\"type\":\"candidate\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(pingluo.put("/task/" + taskId, "{\"name\":\"x\",\"due\":\"2099-01-01T00:00:00.000+0800\"}")
                        .statusCode())
                .isEqualTo(403);
        String jump = "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"task_work\"}]}";
        assertThat(pingluo.post("/process-instance/" + instanceId + "/modification", jump)
                        .statusCode())
                .isEqualTo(403);
        assertThat(runtimeService.getVariables(instanceId)).isEqualTo(Map.of("applicantGroup", "county-640221"));
    }

    @Test
    @DisplayName("有权发起流程的，也只能从头发起：不能带着别案的编号从中间的步骤开始；接口上谁也不能")
    void noStartInTheMiddle() {
        String middle = "{\"variables\":{\"applicationId\":{\"value\":1,\"type\":\"Long\"}},"
                + "\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"task_concludeReReview\"}]}";
        for (String userId : List.of("pingluo", "admin")) {
            assertThat(as(userId)
                            .post("/process-definition/key/clusterRecognition/start", middle)
                            .statusCode())
                    .isEqualTo(403);
        }
        ProcessInstantiationBuilder inTheMiddle = runtimeService
                .createProcessInstanceByKey("clusterRecognition")
                .startBeforeActivity("task_concludeReReview");
        identityService.setAuthentication("pingluo", List.of("county-640221"));
        assertThatThrownBy(inTheMiddle::execute)
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("只能从开始事件发起");
        identityService.clearAuthentication();
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey("clusterRecognition")
                        .count())
                .isZero();
    }

    @Test
    @DisplayName("自己认领的任务可以退回，别人认领的不行")
    void lettingGo() {
        taskService.setAssignee(taskId, "colleague");
        assertThat(as("pingluo").post("/task/" + taskId + "/unclaim", "{}").statusCode())
                .isEqualTo(403);

        taskService.setAssignee(taskId, "pingluo");
        assertThat(as("pingluo").post("/task/" + taskId + "/unclaim", "{}").statusCode())
                .isEqualTo(204);
        assertThat(taskService.createTaskQuery().taskId(taskId).taskUnassigned().count())
                .isOne();
        assertThat(as("pingluo").get("/task").body()).contains(taskId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pingluo", "ningdong", "city-yinchuan", "officer-1", "leader", "expert-ma", "policy"})
    @DisplayName("历史记录只有系统管理员能从接口读")
    void historyIsTheAdministratorsOnly(String userId) {
        for (String path : List.of("process-instance", "task", "variable-instance", "detail", "decision-instance")) {
            assertThat(as(userId).get("/history/" + path).statusCode()).isEqualTo(403);
            assertThat(as(userId).get("/engine/default/history/" + path).statusCode())
                    .isEqualTo(403);
        }
        assertThat(as("admin").get("/history/process-instance").body()).contains(instanceId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pingluo", "ningdong", "city-yinchuan", "officer-1", "leader", "expert-ma"})
    @DisplayName("业务人员不能部署流程，也看不到部署")
    void staffDoNotDeploy(String userId) throws IOException {
        assertThat(as(userId)
                        .deploy("access test by staff", "countyWork.bpmn", model())
                        .statusCode())
                .isEqualTo(403);
        assertThat(as(userId).get("/deployment").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("政策管理员能部署（成为草稿）、能读定义、能试算决策表，但看不到也发起不了任何案件")
    void policyOwner() throws IOException {
        RestCall policy = as("policy");
        String changed = Files.readString(Path.of("processes/practice/practiceCase.bpmn")) + " ";
        assertThat(policy.deploy("access test by policy", "practiceCase.bpmn", changed)
                        .statusCode())
                .as("kept as a draft")
                .isEqualTo(409);
        assertThat(policy.get("/process-definition?key=practiceCase&latestVersion=true")
                        .body())
                .contains("practiceCase:1");
        Modeler.deployAndApprove("practiceCase.bpmn", changed.getBytes(StandardCharsets.UTF_8), port);
        assertThat(policy.get("/process-definition?key=practiceCase&latestVersion=true")
                        .body())
                .contains("practiceCase:2");
        String incident = "{\"variables\":{\"incidentType\":{\"value\":\"TAX_EVASION\"},"
                + "\"incidentLevel\":{\"value\":null},\"withinThreeYears\":{\"value\":true}}}";
        assertThat(policy.post("/decision-definition/key/vetoConditions/evaluate", incident)
                        .body())
                .contains("vetoed");

        for (String path : List.of(
                "/process-instance/count",
                "/process-instance/" + instanceId,
                "/process-instance/" + instanceId + "/variables",
                "/variable-instance",
                "/task",
                "/task/count",
                "/task/" + taskId,
                "/task/" + taskId + "/variables")) {
            assertThat(policy.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(policy.post("/task/" + taskId + "/claim", "{\"userId\":\"policy\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(policy.post("/process-definition/key/countyWork/start", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("系统管理员看得到全部任务")
    void administrator() {
        assertThat(as("admin").get("/task/" + taskId).statusCode()).isEqualTo(200);
        assertThat(as("admin").get("/deployment").body()).contains("access test");
    }

    @Test
    @DisplayName("密码太短太简单，不予设置")
    void passwordPolicy() {
        String user = "{\"profile\":{\"id\":\"newcomer\",\"firstName\":\"新\",\"lastName\":\"人\"},"
                + "\"credentials\":{\"password\":\"123456\"}}";
        assertThat(as("admin").post("/user/create", user).body()).contains("密码不符合要求");
        assertThat(as("admin").get("/user/newcomer/profile").statusCode()).isEqualTo(404);
    }

    private static String model() throws IOException {
        try (InputStream model = EngineRestAccessTest.class.getClassLoader().getResourceAsStream(MODEL)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
