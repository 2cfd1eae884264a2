package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.filing.FilingService;
import org.smecluster.law.Refusal;
import org.smecluster.review.CheckHistory;
import org.smecluster.review.Conclusion;
import org.smecluster.review.Expert;
import org.smecluster.review.ExpertOpinion;
import org.smecluster.review.ExpertReview;
import org.smecluster.review.ReadableChecks;
import org.smecluster.review.ReviewService;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("第十二条(二)、(三)：推荐、复审、专家评审、实地抽查")
class RegionalReviewTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ReviewService review;

    @Autowired
    ExpertReview experts;

    @Autowired
    FilingService filing;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    private RecognitionWalk walk;

    @BeforeEach
    void recommended() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .experts();
        walk.started().submitted().accepted();
    }

    private void planning() {
        walk.reviewed().recommended().reAssessed();
    }

    private List<ExpertOpinion> readBy(String expertId) {
        return ReadCase.of(context, walk.caseNumber(), RecognitionWalk.expert(expertId))
                .orElseThrow()
                .checks()
                .experts();
    }

    @Test
    @DisplayName("推荐：初审不符合的不能推荐，文号和日期必填，推荐截止日之后不能推荐")
    void recommendation() {
        Map<String, Object> form = new HashMap<>(Map.of(
                "recommendation", "RECOMMEND",
                "documentNumber", "石工信发〔2026〕31号",
                "documentDate", "2026-09-30",
                "opinion", "同意推荐"));
        walk.as(walk.city())
                .complete("task_reviewPreliminarily", Map.of("conclusion", "DOES_NOT_MEET", "opinion", "产业链协作机制尚不完善。"));
        TestClock.set(RecognitionWalk.RECOMMENDATION_DEADLINE.plusDays(1));
        assertThatThrownBy(() -> walk.complete("task_decideRecommendation", form))
                .hasMessageContainingAll("初审结论为“不符合”", "晚于今天", "推荐截止日期是2026-08-31");
        form.put("documentNumber", "三十一号文");
        assertThatThrownBy(() -> walk.complete("task_decideRecommendation", form))
                .hasMessageContaining("应写明年份和序号");
    }

    @Test
    @DisplayName("可选专家不含集群所在县的和与集群内企业有利害关系的；硬要提交也被拒绝并说明为什么")
    void conflictingExperts() {
        planning();
        assertThat(review.availableExperts(walk.caseNumber()))
                .extracting(Expert::userId)
                .containsExactlyInAnyOrder("expert-wang", "expert-ma");
        assertThat(tasks.getVariableLocal(walk.task("task_planReReview").getId(), "availableExperts")
                        .toString())
                .contains("expert-wang")
                .doesNotContain("expert-li", "expert-zhang");
        assertThatThrownBy(() -> walk.planned(List.of("expert-li"), false)).hasMessageContaining("没有“expert-li”这一选项");
        assertThatThrownBy(() -> review.plan(
                        walk.caseNumber(),
                        true,
                        List.of("expert-li", "expert-zhang", "nobody"),
                        false,
                        null,
                        RecognitionWalk.OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll("李桂芳来自平罗县", "张弘毅与集群内企业", "专家库中没有“nobody”");
    }

    @Test
    @DisplayName("安排专家评审须选专家，安排实地抽查须写必要性")
    void planIsComplete() {
        planning();
        walk.as(RecognitionWalk.OFFICER);
        assertThatThrownBy(() -> walk.complete(
                        "task_planReReview", Map.of("expertReviewOrdered", true, "siteInspectionOrdered", true)))
                .hasMessageContainingAll("评审专家", "实地抽查的必要性");
        assertThatThrownBy(() -> review.plan(walk.caseNumber(), true, List.of(), true, null, RecognitionWalk.OFFICER))
                .hasMessageContainingAll("至少选择一名专家", "写明必要性");
    }

    @Test
    @DisplayName("专家意见在全部提交之前互不可见，之后互相可见；不经过流程变量")
    void opinionsHiddenUntilAllAreIn() {
        planning();
        walk.planned(List.of("expert-wang", "expert-ma"), false).expertAnswered("expert-wang", "王的意见：同意推荐该集群。");
        assertThat(readBy("expert-ma")).extracting(ExpertOpinion::opinion).containsExactly((String) null);
        for (Account region : List.of(RecognitionWalk.OFFICER, BatchWalk.LEADER)) {
            ReadableChecks read = ReadCase.of(context, walk.caseNumber(), region)
                    .orElseThrow()
                    .checks();
            assertThat(read.experts())
                    .as("the region sees who has answered, and not what")
                    .hasSize(2)
                    .allMatch(one -> one.opinion() == null && one.recommendation() == null && one.score() == null);
            assertThat(List.of(read.asked(), read.answered())).containsExactly(2, 1);
            assertThat(read.complete()).isFalse();
        }
        assertThat(context.getBean(CheckHistory.class).answered(List.of(walk.caseNumber())))
                .as("nor does the record tell")
                .isEmpty();
        assertThat(readBy("expert-wang")).extracting(ExpertOpinion::expertId).containsExactly("expert-wang");
        assertThat(ReadCase.of(context, walk.caseNumber(), walk.applicant())
                        .orElseThrow()
                        .checks()
                        .experts())
                .isEmpty();
        assertThat(ReadCase.of(context, walk.caseNumber(), RecognitionWalk.expert("expert-li")))
                .as("an expert who was not asked sees no case")
                .isEmpty();
        assertThat(history.createHistoricVariableInstanceQuery().list())
                .noneMatch(variable -> String.valueOf(variable.getValue()).contains("王的意见"));
        walk.expertAnswered("expert-ma", "马的意见：同意推荐该集群。");
        assertThat(readBy("expert-ma")).hasSize(2);
        assertThat(context.getBean(CheckHistory.class).answered(List.of(walk.caseNumber())))
                .hasSize(2);
        assertThat(ReadCase.of(context, walk.caseNumber(), RecognitionWalk.OFFICER)
                        .orElseThrow()
                        .checks()
                        .answered())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("专家意见只能由本人填写，只填一次")
    void onlyTheExpert() {
        planning();
        walk.planned(List.of("expert-wang"), false);
        String id = walk.caseNumber();
        assertThatThrownBy(
                        () -> experts.give(id, "expert-wang", Conclusion.RECOMMEND, "代填的意见", RecognitionWalk.OFFICER))
                .hasMessageContaining("只能由受邀专家本人");
        assertThatThrownBy(() -> experts.give(
                        id, "expert-ma", Conclusion.RECOMMEND, "未受邀的意见", RecognitionWalk.expert("expert-ma")))
                .hasMessageContaining("未受邀");
    }

    @Test
    @DisplayName("实地抽查的日期在提交之日与今天之间")
    void inspectionDate() {
        planning();
        walk.planned(List.of(), true).as(RecognitionWalk.OFFICER);
        Map<String, Object> record = new HashMap<>(Map.of(
                "inspectedOn", "2026-06-16",
                "participants", "丁少华",
                "findings", "抽查五家企业，与申报材料一致。",
                "conclusion", "CONSISTENT"));
        assertThatThrownBy(() -> walk.complete("task_inspectOnSite", record)).hasMessageContaining("抽查日期应在");
        record.put("inspectedOn", "2026-06-14");
        assertThatThrownBy(() -> walk.complete("task_inspectOnSite", record)).hasMessageContaining("抽查日期应在");
        walk.inspected().concluded("PASS");
        assertThat(ReadCase.of(context, walk.caseNumber(), RecognitionWalk.OFFICER)
                        .orElseThrow()
                        .checks()
                        .inspection())
                .isPresent();
        assertThat(ReadCase.of(context, walk.caseNumber(), walk.applicant())
                        .orElseThrow()
                        .checks()
                        .inspection())
                .as("the region's deliberation is its own until the case is decided")
                .isEmpty();
    }

    @Test
    @DisplayName("复审中登记了第十条情形：再评估一次，原评估保留，不能再通过")
    void incidentFoundInReReview() {
        planning();
        filing.addIncident(
                walk.caseNumber(),
                new Incident(
                        IncidentType.POLLUTION,
                        IncidentLevel.MAJOR,
                        LocalDate.of(2026, 5, 1),
                        null,
                        "平罗某化工公司",
                        "生态环境部门通报"),
                RecognitionWalk.OFFICER);
        walk.planned(List.of(), false);
        assertThat(ReadCase.of(context, walk.caseNumber(), RecognitionWalk.OFFICER)
                        .orElseThrow()
                        .latest()
                        .assessments())
                .extracting(made -> made.stage().key())
                .containsExactly("CHECK-1", "REREVIEW-1", "REREVIEW-2");
        assertThatThrownBy(() -> walk.concluded("PASS")).hasMessageContaining("存在第十条所列情形");
        walk.concluded("FAIL");
        assertThatThrownBy(() -> filing.addIncident(
                        walk.caseNumber(),
                        new Incident(IncidentType.TAX_EVASION, null, LocalDate.of(2026, 5, 1), null, "某公司", "税务通报"),
                        RecognitionWalk.OFFICER))
                .hasMessageContaining("不在审查期间");
    }
}
