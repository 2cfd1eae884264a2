package org.smecluster.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.casework.Cases;
import org.smecluster.law.Refusal;
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
class DeputiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 8);
    private static final String PAGE = "/account/deputies";
    private static final String PLAN = "{\"variables\":{\"expertReviewOrdered\":{\"value\":false},"
            + "\"siteInspectionOrdered\":{\"value\":false}}}";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DeputyService deputies;

    @BeforeEach
    void today() {
        TestClock.set(TODAY);
    }

    @ParameterizedTest(name = "{0} 由 {1} 代办，{2} 至 {3}：{4} {5}")
    @CsvSource({
        "officer-2, officer-1, 2026-06-08, 2026-06-20, '',     ''",
        "officer-2, officer-1, 2026-06-08, 2026-08-06, '',     ''",
        "officer-2, officer-1, 2026-06-08, 2026-08-07, until,  最长60天",
        "officer-2, officer-1, 2026-06-08, 2026-06-08, '',     ''",
        "officer-2, officer-1, 2026-06-08, 2026-06-07, until,  已经过去",
        "officer-2, officer-1, 2026-06-20, 2026-06-19, until,  早于开始日期",
        "officer-2, officer-1, 2026-06-08, ,           until,  请填写结束日期",
        "officer-2, officer-1, ,           2026-06-20, from,   请填写开始日期",
        "officer-2, officer-2, 2026-06-08, 2026-06-20, deputy, 不能是本人",
        "officer-2, '',        2026-06-08, 2026-06-20, deputy, 请选择代办人",
        "officer-2, pingluo,   2026-06-08, 2026-06-20, deputy, 不是本单位同岗位",
        "pingluo,   huinong,   2026-06-08, 2026-06-20, deputy, 不是本单位同岗位",
        "pingluo,   pingluo-2, 2026-06-08, 2026-06-20, '',     ''",
        "officer-2, leader,    2026-06-08, 2026-06-20, deputy, 审定人员不代办他人的工作",
        "leader,    officer-1, 2026-06-08, 2026-06-20, deputy, 只能由另一位审定人员代办",
        "leader,    leader-2,  2026-06-08, 2026-06-20, '',     ''",
        "expert-ma, expert-li, 2026-06-08, 2026-06-20, absent, 请选择被代办人",
        "nobody,    officer-1, 2026-06-08, 2026-06-20, absent, 请选择被代办人",
    })
    @DisplayName("代办人须是本单位同岗位的，期限须在六十天以内；不合的在该栏说明")
    void whoAndHowLong(String absent, String deputy, LocalDate from, LocalDate until, String field, String sentence) {
        Map<String, String> problems = deputies.problems(new DeputyEntry(absent, deputy, from, until, "出差"));
        if (field.isEmpty()) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).containsOnlyKeys(field);
            assertThat(problems.get(field)).contains(sentence);
        }
    }

    @Test
    @DisplayName("同一人的授权不能重叠；代办人自己也不在的，不能代办；撤销后可以重新登记")
    void overlaps() {
        long id = enter("officer-2", "officer-1", TODAY, TODAY.plusDays(5));
        assertThat(deputies.problems(entry("officer-2", "officer-1", TODAY.plusDays(5), TODAY.plusDays(9))))
                .containsOnlyKeys("from")
                .containsValue("与2026-06-08至2026-06-13的授权重叠，请调整日期，或先撤销那一项");
        assertThat(deputies.problems(entry("officer-1", "officer-2", TODAY, TODAY)))
                .containsOnlyKeys("deputy");
        assertThat(deputies.problems(entry("officer-2", "officer-1", TODAY.plusDays(6), TODAY.plusDays(9))))
                .isEmpty();
        deputies.revoke(id, account("officer-2"));
        assertThat(deputies.problems(entry("officer-2", "officer-1", TODAY, TODAY)))
                .isEmpty();
    }

    @Test
    @DisplayName("只有本人和系统管理员能登记、撤销")
    void onlyForOneself() {
        DeputyEntry entry = entry("officer-2", "officer-1", TODAY, TODAY);
        assertThatThrownBy(() -> deputies.enter(entry, account("officer-1"))).isInstanceOf(Refusal.class);
        long id = deputies.enter(entry, new Account("admin", "管理员", List.of("camunda-admin")));
        assertThatThrownBy(() -> deputies.revoke(id, account("officer-1"))).isInstanceOf(Refusal.class);
        assertThat(deputies.standsInFor("officer-1", "officer-2")).isTrue();
        assertThat(deputies.standsInFor("officer-2", "officer-1")).isFalse();
    }

    @Test
    @DisplayName("授权期内代办人接办、办理，经过中注明“乙（代甲办）”；没有授权的同事不能办别人认领的任务")
    void theDeputyActs() {
        RecognitionWalk walk = planned();
        String task = claimed(walk);
        Browser deputy = Browser.signedIn("officer-1", port);
        assertThat(complete("officer-1", task).statusCode()).isEqualTo(403);
        assertThat(deputy.post(PAGE, PAGE + "/tasks/" + task + "/takeover").statusCode())
                .isEqualTo(404);

        Browser absent = Browser.signedIn("officer-2", port);
        HttpResponse<String> entered = absent.post(
                PAGE, PAGE, "deputy", "officer-1", "from", "2026-06-08", "until", "2026-06-10", "reason", "出差");
        assertThat(Browser.location(entered)).isEqualTo(PAGE);
        assertThat(absent.get(PAGE).body()).contains("丁少华", "2026-06-08至2026-06-10", "生效中");

        assertThat(complete("officer-1", task).statusCode())
                .as("before taking it over")
                .isEqualTo(403);
        assertThat(deputy.get(PAGE).body()).contains("复审安排", walk.caseNumber(), "接办");
        assertThat(deputy.post(PAGE, PAGE + "/tasks/" + task + "/takeover").statusCode())
                .isEqualTo(302);
        assertThat(complete("officer-1", task).statusCode()).isEqualTo(204);

        assertThat(context.getBean(Cases.class).entries(walk.caseNumber())).anySatisfy(event -> {
            assertThat(event.key()).isEqualTo("planned");
            assertThat(event.authorName()).isEqualTo("丁少华（代纳玉洁办）");
        });
        assertThat(absent.get(PAGE).body()).contains("丁少华（代纳玉洁办）", "复审安排");
    }

    @Test
    @DisplayName("到期自动结束：已接办的不能再办，交还后由本人办；撤销即时生效")
    void itEndsByItself() {
        String task = claimed(planned());
        long id = enter("officer-2", "officer-1", TODAY, TODAY.plusDays(1));
        Browser deputy = Browser.signedIn("officer-1", port);
        deputy.post(PAGE, PAGE + "/tasks/" + task + "/takeover");

        TestClock.set(TODAY.plusDays(2));
        assertThat(complete("officer-1", task)).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("代办期限已过或授权已撤销");
        });
        TestClock.set(TODAY.plusDays(1));
        deputies.revoke(id, account("officer-2"));
        assertThat(complete("officer-1", task).statusCode()).isEqualTo(403);

        assertThat(Browser.signedIn("pingluo", port)
                        .post(PAGE, PAGE + "/tasks/" + task + "/return")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Browser.signedIn("officer-2", port)
                        .post(PAGE, PAGE + "/tasks/" + task + "/return")
                        .statusCode())
                .isEqualTo(302);
        assertThat(complete("officer-2", task).statusCode()).isEqualTo(204);
    }

    @Test
    @DisplayName("填错的在该栏说明，已填的保留")
    void problemsStandAtTheField() {
        HttpResponse<String> answer = Browser.signedIn("officer-2", port)
                .post(PAGE, PAGE, "deputy", "officer-1", "from", "2026-06-08", "until", "2026-12-08", "reason", "休假");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("一次授权最长60天", "value=\"2026-12-08\"", "value=\"休假\"");
    }

    private RecognitionWalk planned() {
        return RecognitionWalk.in(context)
                .of("equipment-dawukou")
                .openBatch()
                .started()
                .submitted()
                .accepted()
                .reviewed()
                .recommended()
                .reAssessed();
    }

    private String claimed(RecognitionWalk walk) {
        String task = walk.task("task_planReReview").getId();
        assertThat(RestCall.as("officer-2", port)
                        .post("/task/" + task + "/claim", "{\"userId\":\"officer-2\"}")
                        .statusCode())
                .isEqualTo(204);
        return task;
    }

    private HttpResponse<String> complete(String userId, String task) {
        return RestCall.as(userId, port).post("/task/" + task + "/submit-form", PLAN);
    }

    private long enter(String absent, String deputy, LocalDate from, LocalDate until) {
        return deputies.enter(entry(absent, deputy, from, until), account(absent));
    }

    private static DeputyEntry entry(String absent, String deputy, LocalDate from, LocalDate until) {
        return new DeputyEntry(absent, deputy, from, until, "出差");
    }

    private static Account account(String userId) {
        return new Account(userId, userId, List.of("province-officer"));
    }
}
