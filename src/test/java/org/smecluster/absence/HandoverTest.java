package org.smecluster.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.security.Account;
import org.smecluster.support.Browser;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ProcessTest
class HandoverTest {

    private static final String PAGE = "/admin/handover";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Departures departures;

    private String kept;
    private String returned;
    private String done;
    private Browser admin;

    @BeforeEach
    void threeTasksOfOfficerTwo() {
        TestClock.set(LocalDate.of(2026, 6, 8));
        kept = claimed("equipment-dawukou", true);
        returned = claimed("fine-chemicals-pingluo", false);
        done = "00000000-0000-0000-0000-000000000000";
        admin = Browser.signedIn("admin", port);
    }

    @AfterEach
    void reopen() {
        departures.reopen("officer-2");
    }

    @Test
    @DisplayName("一步移交：交给同事、退回单位，已办结的告知；账号停用，会话即时结束；重做不出错")
    void inOneStep() {
        Browser leaving = Browser.signedIn("officer-2", port);
        context.getBean(DeputyService.class)
                .enter(
                        new DeputyEntry(
                                "officer-1", "officer-2", LocalDate.of(2026, 6, 8), LocalDate.of(2026, 6, 9), "休假"),
                        new Account("officer-1", "丁少华", List.of("province-officer")));
        assertThat(admin.get(PAGE + "?userId=officer-2").body()).contains("复审安排", "退回单位", "丁少华", "代办授权将结束");

        HttpResponse<String> answer = handOver("true");
        assertThat(Browser.location(answer)).isEqualTo(PAGE + "?userId=officer-2");
        assertThat(admin.get(PAGE + "?userId=officer-2").body()).contains("已交给丁少华", "已退回承办单位", "无需移交", "账号已停用", "管理员");

        assertThat(tasks.createTaskQuery().taskId(kept).singleResult().getAssignee())
                .isEqualTo("officer-1");
        assertThat(tasks.createTaskQuery().taskId(returned).singleResult().getAssignee())
                .isNull();
        assertThat(context.getBean(HistoryService.class)
                        .createUserOperationLogQuery()
                        .taskId(kept)
                        .userId("admin")
                        .count())
                .as("in the engine's log, by the administrator")
                .isPositive();
        assertThat(context.getBean(DeputyService.class).open()).isEmpty();
        assertThat(Browser.location(leaving.get("/"))).isEqualTo("/login");
        assertThat(Browser.location(
                        new Browser(port).signIn("officer-2", org.smecluster.sample.engine.SampleUsers.PASSWORD)))
                .contains("error=closed");
        assertThat(RestCall.as("officer-2", port).get("/task").statusCode()).isEqualTo(401);

        assertThat(handOver("true").statusCode()).isEqualTo(302);
        assertThat(tasks.createTaskQuery().taskId(kept).singleResult().getAssignee())
                .isEqualTo("officer-1");

        admin.post(PAGE, PAGE + "/officer-2/reopening");
        assertThat(RestCall.as("officer-2", port).get("/task").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("没有确认、交给外单位、移交自己的账号，都不办理；只有系统管理员能移交")
    void refusals() {
        assertThat(handOver("false")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("请先勾选");
        });
        HttpResponse<String> outside =
                admin.post(PAGE, PAGE, "userId", "officer-2", "sure", "true", "receiver-" + kept, "pingluo");
        assertThat(outside.statusCode()).isEqualTo(400);
        assertThat(outside.body()).contains("只能交给承办单位在职的同岗位人员");
        assertThat(admin.post(PAGE, PAGE, "userId", "admin", "sure", "true").body())
                .contains("不能移交并停用自己的账号");
        assertThat(departures.all()).isEmpty();
        assertThat(Browser.signedIn("officer-1", port)
                        .post("/account/deputies", PAGE, "userId", "officer-2", "sure", "true")
                        .statusCode())
                .isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskAssignee("officer-2").count()).isEqualTo(2);
    }

    private HttpResponse<String> handOver(String sure) {
        return admin.post(
                PAGE,
                PAGE,
                "userId",
                "officer-2",
                "sure",
                sure,
                "receiver-" + kept,
                "officer-1",
                "receiver-" + returned,
                "",
                "shown-" + kept,
                "复审安排",
                "shown-" + done,
                "实地抽查");
    }

    private String claimed(String sample, boolean firstCase) {
        RecognitionWalk walk = RecognitionWalk.in(context).of(sample);
        if (firstCase) {
            walk.openBatch();
        }
        String task = walk.started()
                .submitted()
                .accepted()
                .reviewed()
                .recommended()
                .reAssessed()
                .task("task_planReReview")
                .getId();
        RestCall.as("officer-2", port).post("/task/" + task + "/claim", "{\"userId\":\"officer-2\"}");
        return task;
    }
}
