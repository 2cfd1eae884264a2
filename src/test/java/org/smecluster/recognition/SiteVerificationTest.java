package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Cases;
import org.smecluster.law.Outcome;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.review.Conclusion;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("市级现场核查（申报通知要求的步骤，为第十二条(二)的初审服务）")
class SiteVerificationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final Account COLLEAGUE = new Account("city-shizuishan-2", "石慧", List.of("city-6402"));

    @Autowired
    ApplicationContext context;

    @Autowired
    OnSiteVerification verification;

    @Autowired
    CityReview review;

    @Autowired
    HistoryService history;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private RecognitionWalk walk;

    @BeforeEach
    void noon() {
        TestClock.set(TODAY);
        walk = RecognitionWalk.in(context).of("fine-chemicals-pingluo");
    }

    private RecognitionWalk accepted() {
        return walk.openBatchWithVerification().started().submitted().accepted();
    }

    private List<String> passed() {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(walk.instanceId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private List<String> gaps() {
        return verification.gaps(walk.caseNumber()).stream()
                .map(SiteVerification.Gap::sentence)
                .toList();
    }

    @Test
    @DisplayName("批次没有要求的，受理后直接初审，推荐不受影响")
    void notAsked() {
        walk.openBatch().started().submitted().accepted();
        assertThat(walk.openTasks()).containsExactly("task_reviewPreliminarily");
        assertThat(passed()).contains("gateway_verificationAsked").doesNotContain("task_verifyOnSite");
        assertThat(verification.find(walk.caseNumber())).isEmpty();
        assertThat(verification.isOpen(walk.caseNumber())).isFalse();
        assertThatThrownBy(
                        () -> verification.saveHead(walk.caseNumber(), TODAY, List.of("甲", "乙"), null, 0, walk.city()))
                .isInstanceOf(Refusal.class)
                .hasMessage("本批次不要求现场核查");
        walk.reviewed().recommended();
        assertThat(walk.application().state()).isEqualTo(ApplicationState.RECOMMENDED);
    }

    @Test
    @DisplayName("批次要求的：受理、现场核查、初审、推荐；办结记入案件，记在办结人名下")
    void asked() {
        accepted();
        assertThat(walk.openTasks()).containsExactly("task_verifyOnSite");
        walk.verified();
        assertThat(walk.openTasks()).containsExactly("task_reviewPreliminarily");
        assertThat(passed())
                .containsSubsequence(
                        "task_decideAcceptance",
                        "gateway_verificationAsked",
                        "task_verifyOnSite",
                        "task_reviewPreliminarily");
        CaseEntry entry = cases.entries(walk.caseNumber()).stream()
                .filter(each -> each.key().equals("siteVerification"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.authorName()).isEqualTo(walk.city().displayName());
        assertThat(entry.text()).isEqualTo("到现场核查，情况属实。");
        assertThat(entry.article()).isEqualTo("第十二条(二)");
        assertThat(entry.particulars())
                .containsEntry("核查日期", TODAY.toString())
                .containsEntry("核查人员", "冯国栋、石慧")
                .containsEntry("各项条件", "第十一条八项均符合");
        walk.reviewed().recommended();
        assertThat(walk.application().state()).isEqualTo(ApplicationState.RECOMMENDED);
    }

    @Test
    @DisplayName("没有填完，逐条说明缺什么，经接口办结也一样；什么都不改变")
    void gapsAreNamed() {
        accepted();
        String task = "/task/" + walk.task("task_verifyOnSite").getId() + "/submit-form";
        Map<String, Object> form = Map.of("variables", Map.of("summary", Map.of("value", "情况属实", "type", "String")));
        HttpResponse<String> answer = RestCall.as("city-shizuishan", port).post(task, form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("现场核查还没有填完", "还没有填核查日期", "核查人员至少2人，现有0人", "第十一条(一)核心竞争力还没有核查结论", "第十一条(八)治理和服务能力还没有核查结论");
        assertThat(walk.openTasks()).containsExactly("task_verifyOnSite");
        assertThat(gaps()).hasSize(10);

        walk.seenOnSite(Outcome.MET);
        assertThat(gaps()).isEmpty();
        verification.saveRow(walk.caseNumber(), ConditionItem.GREEN_DEVELOPMENT, Outcome.NOT_MET, "  ", 1, walk.city());
        assertThat(gaps()).containsExactly("第十一条(六)绿色化发展水平为“不符合”，请写明看了什么、怎么看的");
        verification.saveRow(
                walk.caseNumber(), ConditionItem.GREEN_DEVELOPMENT, Outcome.NEEDS_EXPLANATION, null, 2, walk.city());
        assertThat(RestCall.as("city-shizuishan", port).post(task, form).body())
                .contains("第十一条(六)绿色化发展水平为“需说明”，请写明看了什么、怎么看的");
        verification.saveRow(
                walk.caseNumber(),
                ConditionItem.GREEN_DEVELOPMENT,
                Outcome.NEEDS_EXPLANATION,
                "看了能源台账",
                3,
                walk.city());
        assertThat(RestCall.as("city-shizuishan", port).post(task, form).statusCode() / 100)
                .isEqualTo(2);
    }

    @Test
    @DisplayName("核查日期：提交当日和今天可以，早一天、晚一天不行；人员按不同的人计")
    void dayAndPeople() {
        TestClock.set(TODAY.minusDays(3));
        walk.openBatchWithVerification().started().submitted();
        TestClock.set(TODAY);
        walk.accepted().seenOnSite();
        assertThat(gaps()).isEmpty();
        head(TODAY, List.of("甲", "乙"));
        assertThat(gaps()).isEmpty();
        head(TODAY.minusDays(4), List.of("甲", "乙"));
        assertThat(gaps()).containsExactly("核查日期（2026-06-11）早于申报材料的提交日期（2026-06-12），请改正");
        head(TODAY.plusDays(1), List.of("甲", "乙"));
        assertThat(gaps()).containsExactly("核查日期（2026-06-16）晚于今天（2026-06-15），请改正");
        head(TODAY, List.of("甲", " 甲 ", ""));
        assertThat(gaps()).containsExactly("核查人员至少2人，现有1人");
    }

    private void head(LocalDate day, List<String> people) {
        int revision = verification.find(walk.caseNumber()).orElseThrow().revision();
        verification.saveHead(walk.caseNumber(), day, people, null, revision, walk.city());
    }

    @Test
    @DisplayName("两人同填一项：后存的人没有看到先存的，不覆盖，并说是谁")
    void nobodyOverwrites() {
        accepted();
        assertThat(verification.saveRow(
                        walk.caseNumber(), ConditionItem.CORE_COMPETITIVENESS, Outcome.MET, "看了产值台账", 0, COLLEAGUE))
                .isEqualTo(1);
        assertThatThrownBy(() -> verification.saveRow(
                        walk.caseNumber(), ConditionItem.CORE_COMPETITIVENESS, Outcome.NOT_MET, "x", 0, walk.city()))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining("“第十一条(一)核心竞争力”石慧已于6月15日");
        assertThat(verification.find(walk.caseNumber()).orElseThrow().rows().get(0))
                .extracting(SiteFinding::judgement, SiteFinding::seen, SiteFinding::savedByName)
                .containsExactly(Outcome.MET, "看了产值台账", "石慧");
        head(TODAY, List.of("甲"));
        assertThatThrownBy(() -> verification.saveHead(walk.caseNumber(), TODAY, List.of(), null, 0, COLLEAGUE))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining("“核查日期和人员”");
    }

    @Test
    @DisplayName("别的单位不能填；没有的结论、太长的文字、办结以后都不能存")
    void refused() {
        accepted();
        assertThatThrownBy(() -> save(Outcome.MET, "看了", walk.applicant()))
                .isInstanceOf(Refusal.class)
                .hasMessage("现场核查由市级主管部门填写");
        assertThatThrownBy(() -> save(Outcome.MISSING, "看了", walk.city()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("只能是“符合”“不符合”或“需说明”");
        save(Outcome.MET, "看".repeat(2000), walk.city());
        assertThatThrownBy(() -> save(Outcome.MET, "看".repeat(2001), walk.city()))
                .isInstanceOf(Refusal.class)
                .hasMessage("“看了什么、怎么看的”至多2000字，现有2001字");
        assertThatThrownBy(() ->
                        verification.saveHead(walk.caseNumber(), TODAY, List.of("甲".repeat(41)), null, 0, walk.city()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("每个姓名至多40个字");
        assertThatThrownBy(() ->
                        verification.saveHead(walk.caseNumber(), TODAY, List.of(), "注".repeat(1001), 0, walk.city()))
                .isInstanceOf(Refusal.class)
                .hasMessage("“备注”至多1000字，现有1001字");
        jdbc.sql("delete from site_verification_row").update();
        walk.verified();
        assertThatThrownBy(() -> save(Outcome.NOT_MET, "看了", walk.city()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("现场核查已由", "办结，不能再改");
        walk.reviewed().recommended();
        assertThatThrownBy(() -> save(Outcome.NOT_MET, "看了", walk.city()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("自治区复审");
    }

    private void save(Outcome outcome, String seen, Account by) {
        int revision =
                verification.find(walk.caseNumber()).orElseThrow().rows().get(0).revision();
        verification.saveRow(walk.caseNumber(), ConditionItem.CORE_COMPETITIVENESS, outcome, seen, revision, by);
    }

    @Test
    @DisplayName("有一项不是“符合”的，初审结论为“符合”必须写明判断；“不符合”的结论不必")
    void doubtsAreAnswered() {
        accepted();
        walk.verified(
                Outcome.MET,
                Outcome.NOT_MET,
                Outcome.NEEDS_EXPLANATION,
                Outcome.MET,
                Outcome.MET,
                Outcome.MET,
                Outcome.MET,
                Outcome.MET);
        assertThat(cases.entries(walk.caseNumber()))
                .filteredOn(entry -> entry.key().equals("siteVerification"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.particulars())
                        .containsEntry("第十一条(二)优质中小企业梯度培育", "不符合：抽查了三家企业的台账。")
                        .containsEntry("第十一条(三)产业链供应链协作", "需说明：抽查了三家企业的台账。")
                        .doesNotContainKey("各项条件"));
        long id = walk.application().id();
        assertThatThrownBy(() -> review.reviewPreliminarily(id, Conclusion.MEETS, "经审查，符合各项条件。", null, walk.city()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("现场核查中下列各项不是“符合”：第十一条(二)优质中小企业梯度培育（不符合）、第十一条(三)产业链供应链协作（需说明）");
        walk.reviewed();
        assertThat(walk.openTasks()).containsExactly("task_decideRecommendation");
    }

    @Test
    @DisplayName("流程漏掉了这一步的，推荐时由系统拒绝")
    void aModelThatForgets() {
        walk.openBatch().started().submitted().accepted();
        jdbc.sql("update batch set site_verification = true").update();
        walk.reviewed();
        assertThatThrownBy(walk::recommended).hasMessageContaining("本批次的申报通知要求现场核查，本案还没有办结，不能推荐");
        walk.as(walk.city())
                .complete("task_decideRecommendation", Map.of("recommendation", "NOT_RECOMMEND", "opinion", "未作现场核查"));
        assertThat(walk.application().state()).isEqualTo(ApplicationState.NOT_RECOMMENDED);
    }
}
