package org.smecluster.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.support.Browser;
import org.smecluster.support.Modeler;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcessTest
@DisplayName("经办人员在待办中能遇到的拒绝：只有一句中文，没有英文前缀")
class ChineseAnswersTest {

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private String deployment;
    private String taskId;

    @BeforeEach
    void aTaskOfPingluo() {
        deployment = repository
                .createDeployment()
                .addClasspathResource("identity/countyWork.bpmn")
                .deploy()
                .getId();
        runtime.startProcessInstanceByKey("countyWork", Map.of("applicantGroup", "county-640221"));
        taskId = tasks.createTaskQuery().singleResult().getId();
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment, true);
    }

    private RestCall as(String userId) {
        return RestCall.as(userId, port);
    }

    private static void answers(HttpResponse<String> answer, int status, String sentence) throws IOException {
        JsonNode body = new ObjectMapper().readTree(answer.body());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(body.path("message").asText()).contains(sentence).doesNotContainPattern("[A-Za-z]{2}");
    }

    @Test
    @DisplayName("发起流程：填写不全，400，逐项说明")
    void startRefused() throws IOException {
        RestCall officer = as("officer-1");
        answers(officer.post(officer.startForm("recognitionBatch"), "{\"variables\":{}}"), 400, "申报年度");
    }

    @Test
    @DisplayName("提交任务：表单没有的内容，400")
    void completionRefused() throws IOException {
        as("pingluo").post("/task/" + taskId + "/claim", "{\"userId\":\"pingluo\"}");
        String unknown = "{\"variables\":{\"applicationId\":{\"value\":9}}}";
        answers(as("pingluo").post("/task/" + taskId + "/submit-form", unknown), 400, "没有");
    }

    @Test
    @DisplayName("认领：已由他人认领，409；已办结，409；无权，403")
    void claimRefused() throws IOException {
        tasks.claim(taskId, "zhongning");
        answers(as("pingluo").post("/task/" + taskId + "/claim", "{\"userId\":\"pingluo\"}"), 409, "认领了");
        answers(as("lingwu").post("/task/" + taskId + "/claim", "{\"userId\":\"lingwu\"}"), 403, "无权");
        tasks.complete(taskId);
        answers(as("pingluo").post("/task/" + taskId + "/claim", "{\"userId\":\"pingluo\"}"), 409, "办结了");
    }

    @Test
    @DisplayName("案件暂停时提交：说明谁暂停的、怎么办；恢复后照办")
    void suspendedCase() throws IOException {
        as("pingluo").post("/task/" + taskId + "/claim", "{\"userId\":\"pingluo\"}");
        runtime.suspendProcessInstanceById(
                tasks.createTaskQuery().singleResult().getProcessInstanceId());
        answers(as("pingluo").post("/task/" + taskId + "/submit-form", "{\"variables\":{}}"), 400, "已由系统管理员暂停");
        assertThat(tasks.createTaskQuery().count()).isEqualTo(1);
    }

    @Test
    @DisplayName("管理员：不合写法的账号、没有保存期限的流程，各有一句说法")
    void ofAdministrators() throws IOException {
        answers(
                as("admin")
                        .post(
                                "/user/create",
                                "{\"profile\":{\"id\":\"a b\",\"firstName\":\"马\",\"lastName\":\"三\"},"
                                        + "\"credentials\":{\"password\":\"Zhe4-Shi2-Yi1-Ju4-Hua4\"}}"),
                400,
                "账号以字母或数字开头");
        String withoutTimeToLive = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
                  <bpmn:process id="withoutTimeToLive" isExecutable="true"><bpmn:startEvent id="event_begun" /></bpmn:process>
                </bpmn:definitions>
                """;
        HttpResponse<String> refused = new Modeler("policy", port)
                .deploy("试", "withoutTimeToLive.bpmn", withoutTimeToLive.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("缺少属性 camunda:historyTimeToLive。请补上")
                .doesNotContain("cannot be null");
    }

    @Test
    @DisplayName("网页应用自己的接口与 REST 一样")
    void webAppsToo() throws IOException {
        answers(
                Browser.signedIn("lingwu", port)
                        .fetch("/camunda/api/engine/engine/default/task/" + taskId + "/variables"),
                403,
                "您无权进行此操作");
    }
}
