package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.Cases;
import org.smecluster.recognition.RecognitionService;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("两人同时办理同一任务：后到的一人被告知谁、何时、办了什么")
class TwoAtOneTaskTest {

    private static final String FORM = """
            {"variables": {"siteInspectionOrdered": {"value": true},
                           "siteInspectionReason": {"value": "核实产能"}}}
            """;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Cases cases;

    @Autowired
    RecognitionService recognition;

    private RecognitionWalk walk;
    private String task;

    @BeforeEach
    void readyForThePlan() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .started()
                .submitted()
                .accepted()
                .reviewed()
                .recommended()
                .reAssessed();
        task = walk.task("task_planReReview").getId();
    }

    @Test
    @DisplayName("两个提交同时到达：一个办成，另一个409，写明姓名、时间、结果；案件只记一次")
    void twoSubmissionsAtOnce() throws Exception {
        int before = cases.entries(walk.caseNumber()).size();

        List<HttpResponse<String>> answers = atOnce(() -> submit("officer-1"), () -> submit("officer-2"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 409);
        HttpResponse<String> second = answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .findFirst()
                .orElseThrow();
        assertThat(sentence(second))
                .matches("(丁少华|纳玉洁)于\\d\\d:\\d\\d刚刚办结了“复审安排”（NXJQ-2026-RD-00001）（.+），您的这一步没有保存。请刷新待办列表.*");
        assertThat(cases.entries(walk.caseNumber())).hasSize(before + 1);
    }

    @Test
    @DisplayName("两个认领同时到达：一个认领到，另一个409，写明被谁认领")
    void twoClaimsAtOnce() throws Exception {
        List<HttpResponse<String>> answers = atOnce(() -> claim("officer-1"), () -> claim("officer-2"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 409);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409).map(TwoAtOneTaskTest::sentence))
                .singleElement()
                .asString()
                .matches("(丁少华|纳玉洁)于\\d\\d:\\d\\d刚刚认领了“复审安排”.*请刷新待办列表.*");
    }

    @Test
    @DisplayName("本人连按两次：告知已办结；无关的人得不到任何线索")
    void twiceByOneselfAndByAStranger() {
        assertThat(submit("officer-1").statusCode()).isEqualTo(204);
        assertThat(sentence(submit("officer-1"))).startsWith("您本人于").contains("不必重复提交");
        HttpResponse<String> stranger = submit("lingwu");
        assertThat(stranger.statusCode()).isBetween(400, 404);
        assertThat(sentence(stranger)).doesNotContain("丁少华").doesNotContain("NXJQ");
    }

    @Test
    @DisplayName("案件已撤回：正在办理的人被告知任务为何没有了")
    void theCaseWasWithdrawn() {
        RecognitionWalk submitted = RecognitionWalk.in(context)
                .of("new-materials-huinong")
                .started()
                .submitted();
        task = submitted.task("task_decideAcceptance").getId();
        recognition.withdraw(submitted.caseNumber(), submitted.applicant(), "企业重组，暂不申报");
        assertThat(sentence(RestCall.as("city-shizuishan", port)
                        .post("/task/" + task + "/submit-form", "{\"variables\": {}}")))
                .contains("“受理审查”", "取消", "撤回申报：企业重组，暂不申报", "您的这一步没有保存");
    }

    private HttpResponse<String> submit(String userId) {
        return RestCall.as(userId, port).post("/task/" + task + "/submit-form", FORM);
    }

    private HttpResponse<String> claim(String userId) {
        return RestCall.as(userId, port).post("/task/" + task + "/claim", "{\"userId\":\"" + userId + "\"}");
    }

    private static String sentence(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body()).path("message").asText();
        } catch (java.io.IOException broken) {
            throw new IllegalStateException(answer.body(), broken);
        }
    }

    private static List<HttpResponse<String>> atOnce(
            Callable<HttpResponse<String>> one, Callable<HttpResponse<String>> other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<HttpResponse<String>>> both = Stream.of(one, other)
                    .<Callable<HttpResponse<String>>>map(each -> () -> {
                        together.await();
                        return each.call();
                    })
                    .toList();
            List<Future<HttpResponse<String>>> answers = threads.invokeAll(both);
            return List.of(answers.get(0).get(), answers.get(1).get());
        } finally {
            threads.shutdownNow();
        }
    }
}
