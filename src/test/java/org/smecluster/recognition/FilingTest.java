package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.Deadlines;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.Filing;
import org.smecluster.filing.FilingService;
import org.smecluster.law.Outcome;
import org.smecluster.law.Refusal;
import org.smecluster.material.UploadJob;
import org.smecluster.security.Account;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.smecluster.support.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("第十条、第十一条、第十三条：填报、评估、提交、补正")
class FilingTest {

    private static final Account STRANGER = new Account("stranger", "旁人", List.of("county-640521"));

    @Autowired
    ApplicationContext context;

    @Autowired
    RecognitionService recognition;

    @Autowired
    Filing filing;

    @Autowired
    FilingService handedIn;

    @Autowired
    Deadlines deadlines;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private RecognitionWalk walk;

    @BeforeEach
    void openBatch() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        walk = RecognitionWalk.in(context).of("fine-chemicals-pingluo").openBatch();
    }

    @AfterEach
    void calendarAsSeeded() {
        jdbc.sql("delete from calendar_day where entered_by = 'test'").update();
    }

    private ReadCase file() {
        return ReadCase.of(context, walk.caseNumber(), walk.applicant()).orElseThrow();
    }

    private Incident incident(IncidentLevel level) {
        return new Incident(IncidentType.SAFETY, level, LocalDate.of(2025, 3, 8), null, "平罗某化工公司", "应急管理部门通报");
    }

    @Test
    @DisplayName("没有上传工作簿不能提交，告知在哪里上传")
    void workbookFirst() {
        walk.started();
        assertThatThrownBy(walk::declared).hasMessageContainingAll("还没有上传申报工作簿", "案件资料");
    }

    @Test
    @DisplayName("工作簿里的集群名称与申报的不一致，上传时即退回")
    void anotherClustersWorkbook() {
        Map<String, Object> form = walk.startForm();
        form.put("clusterName", "平罗县碳基材料产业集群");
        UploadJob upload = walk.started(form).upload();
        assertThat(upload.state()).isEqualTo(UploadJob.State.FAULTY);
        assertThat(upload.findings())
                .hasToString("[基本情况!C4：工作簿是“平罗县精细化工产业集群”的，本案是“平罗县碳基材料产业集群”。"
                        + "请核对是否传错了文件；没有传错的，请把集群名称改得与本案一致，或按本案页面的说明改正本案的名称。]");
    }

    @Test
    @DisplayName("只有申报主体可以上传、登记、撤回")
    void onlyTheApplicant() {
        walk.started();
        assertThatThrownBy(() -> new Uploads(context).take(walk.caseNumber(), "x.xlsx", new byte[0], STRANGER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("只有申报主体");
        assertThatThrownBy(() -> handedIn.addIncident(walk.caseNumber(), incident(IncidentLevel.LARGE), STRANGER))
                .hasMessageContaining("只有申报主体");
        assertThatThrownBy(() -> recognition.withdraw(walk.caseNumber(), STRANGER, "不是我的"))
                .hasMessageContaining("只有申报主体");
        assertThat(ReadCase.of(context, walk.caseNumber(), STRANGER)).isEmpty();
    }

    @Test
    @DisplayName("有错误的工作簿不改变什么")
    void faultyWorkbook() {
        walk.started().uploaded();
        assertThat(new Uploads(context)
                        .take(walk.caseNumber(), "x.xlsx", "不是工作簿".getBytes(), walk.applicant())
                        .state())
                .isEqualTo(UploadJob.State.FAULTY);
        assertThat(file().entries())
                .filteredOn(entry -> entry.key().startsWith("workbook-"))
                .hasSize(1);
        walk.declared();
    }

    @Test
    @DisplayName("第十条：登记了情形又确认没有，或都没有，不能提交")
    void incidentsOrNone() {
        walk.started().uploaded();
        Map<String, Object> form = walk.declarations();
        form.put("noIncidents", false);
        assertThatThrownBy(() -> walk.as(walk.applicant()).complete("task_enterData", form))
                .hasMessageContaining("请确认集群内企业近三年是否发生第十条所列情形");
        long id = handedIn.addIncident(walk.caseNumber(), incident(IncidentLevel.LARGE), walk.applicant());
        assertThatThrownBy(walk::declared).hasMessageContaining("不一致");
        handedIn.removeIncident(walk.caseNumber(), id, walk.applicant());
        walk.declared();
    }

    @Test
    @DisplayName("第十条：较大生产安全事故出现在评估结果中并否决；初审和复审不能再认为符合")
    void veto() {
        walk.of("new-materials-huinong").started().submitted().accepted();
        ReadCase file = file();
        assertThat(file.latest().assessment().orElseThrow().vetoed()).isTrue();
        assertThat(file.latest().assessment().orElseThrow().incidents())
                .singleElement()
                .satisfies(found -> assertThat(found.article()).isEqualTo("第十条"));
        assertThatThrownBy(walk::reviewed).hasMessageContaining("存在第十条所列情形");
    }

    @Test
    @DisplayName("第十一条：缺数据和硬性不符合的，初审结论不能为符合，逐项指出")
    void hardMiss() {
        walk.of("cashmere-lingwu").started().submitted().accepted();
        assertThatThrownBy(walk::reviewed).hasMessageContaining("工业互联网平台应用普及率");
    }

    @Test
    @DisplayName("需说明的条件没有说明，不能提交，逐项指出；说明后可以，初审须逐项判断")
    void softMiss() {
        walk.of("goji-zhongning").started().assessed().as(walk.applicant());
        Map<String, Object> form = Map.of("nextStep", "SUBMIT", "truthfulnessCommitted", true);
        assertThatThrownBy(() -> walk.complete("task_confirmAndSubmit", form))
                .hasMessageContainingAll("占地面积", "主导产业产值年均增速");
        walk.confirmed().accepted().as(walk.city());
        assertThatThrownBy(() -> walk.complete(
                        "task_reviewPreliminarily", Map.of("conclusion", "MEETS", "opinion", "经审查，符合各项条件。")))
                .hasMessageContainingAll("占地面积", "逐项写明是否认可");
        walk.reviewed();
    }

    @Test
    @DisplayName("返回修改：声明带出上次所填，重新评估，每次评估都留存")
    void correctBeforeSubmitting() {
        walk.started().assessed().as(walk.applicant()).complete("task_confirmAndSubmit", Map.of("nextStep", "CORRECT"));
        String task = walk.task("task_enterData").getId();
        assertThat(tasks.getVariableLocal(task, "pillarIndustry")).isEqualTo("true");
        assertThat(tasks.getVariableLocal(task, "noIncidents")).isEqualTo(true);
        Map<String, Object> form = walk.declarations();
        form.remove("pillarIndustry");
        walk.complete("task_enterData", form).jobDone();
        assertThat(file().latest().assessments())
                .extracting(made -> made.stage().label())
                .containsExactly("申报核对第1次", "申报核对第2次");
        assertThat(file().latest().assessment().orElseThrow().overall()).isEqualTo(Outcome.MISSING.name());
    }

    @Test
    @DisplayName("评估之后又改动工作簿，不能直接提交")
    void changedAfterTheCheck() {
        walk.started().assessed().uploaded();
        assertThatThrownBy(walk::confirmed).hasMessageContaining("评估之后又改动了工作簿");
    }

    @Test
    @DisplayName("提交后材料固定：不能再上传、登记")
    void frozen() {
        walk.started().submitted();
        assertThatThrownBy(walk::uploaded).hasMessageContaining("材料已固定");
        assertThatThrownBy(() -> handedIn.addIncident(walk.caseNumber(), incident(null), walk.applicant()))
                .hasMessageContaining("材料已固定");
    }

    @Test
    @DisplayName("补正另存新版本，审查人员所见的版本一字不动")
    void correctionLeavesTheReviewedVersion() {
        walk.started().submitted();
        FiledVersion reviewed = file().latest();
        walk.returned(5);
        handedIn.addIncident(walk.caseNumber(), incident(IncidentLevel.GENERAL), walk.applicant());
        Map<String, Object> form = walk.declarations();
        form.put("noIncidents", false);
        form.put("pillarIndustryExplanation", "补正后的说明");
        walk.as(walk.applicant()).complete("task_enterData", form).jobDone().confirmed();
        ReadCase after = file();
        assertThat(after.versions()).hasSize(2);
        assertThat(after.versions().get(0)).isEqualTo(reviewed);
        assertThat(after.latest().incidents()).hasSize(1);
        assertThat(after.latest().declarations().explanation("pillarIndustry")).isEqualTo("补正后的说明");
        walk.accepted().reviewed();
        assertThat(file().opinions())
                .extracting(Opinion::submissionId)
                .containsExactly(
                        reviewed.submission().id(),
                        after.latest().submission().id(),
                        after.latest().submission().id());
    }

    @Test
    @DisplayName("审查中登记的情形不妨碍申报主体补正时的确认，但计入评估")
    void reviewersIncidentDuringCorrection() {
        walk.started().submitted();
        handedIn.addIncident(walk.caseNumber(), incident(IncidentLevel.MAJOR), walk.city());
        walk.returned(5).declared().jobDone();
        assertThat(file().latest().assessment().orElseThrow().vetoed()).isTrue();
    }

    @Test
    @DisplayName("受理后、初审中登记的情形：再评估一次，原评估保留；初审不能认为符合，已认为符合的不能再推荐")
    void reviewersIncidentAtTheCity() {
        walk.started().submitted().accepted();
        handedIn.addIncident(walk.caseNumber(), incident(IncidentLevel.GENERAL), walk.city());
        walk.reviewed();
        handedIn.addIncident(walk.caseNumber(), incident(IncidentLevel.MAJOR), walk.city());
        assertThat(file().latest().assessments())
                .extracting(made -> made.stage().label())
                .containsExactly("申报核对第1次", "审查评估第1次", "审查评估第2次");
        assertThatThrownBy(walk::recommended).hasMessageContaining("存在第十条所列情形");
    }

    @Test
    @DisplayName("第十二条(一)：决策表不能判断主体是否适格的，不当作不适格结案，告知补充什么")
    void undecidedEligibility() {
        walk.started();
        assertThatThrownBy(() -> context.getBean(ApplicationStart.class)
                        .recordEligibility(walk.application().id(), null, "无法判断，请补充。"))
                .isInstanceOf(Refusal.class)
                .hasMessage("无法判断，请补充。");
        assertThat(walk.application().eligible()).isTrue();
    }

    @Test
    @DisplayName("第十条：等级不明、决策表不能判断的情形，由初审人员写明判断，不能略过")
    void undecidedIncident() {
        walk.started().submitted().accepted();
        handedIn.addIncident(walk.caseNumber(), incident(null), walk.city());
        assertThat(file().latest().assessment().orElseThrow().vetoed()).isNull();
        assertThatThrownBy(() -> walk.as(walk.city())
                        .complete("task_reviewPreliminarily", Map.of("conclusion", "MEETS", "opinion", "经审查，符合各项条件。")))
                .hasMessageContaining("不能判断是否否决");
        walk.reviewed();
    }

    @Test
    @DisplayName("受理审查中登记了否决的情形，初审结论不能为符合")
    void incidentBeforeAcceptance() {
        walk.started().submitted();
        handedIn.addIncident(walk.caseNumber(), incident(IncidentLevel.MAJOR), walk.city());
        walk.accepted();
        assertThatThrownBy(walk::reviewed).hasMessageContaining("存在第十条所列情形");
    }

    @Test
    @DisplayName("第十三条：期限截止而定时尚未处理的，也不能再提交")
    void tooLateBeforeTheTimerFires() {
        walk.started().assessed();
        TestClock.set(RecognitionWalk.WINDOW_END.plusDays(1));
        assertThatThrownBy(walk::confirmed).hasMessageContaining("提交期限已于2026-06-30 24:00截止");
        assertThat(walk.application().state()).isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    @DisplayName("补正期限按工作日计算，节假日表变动时，期限、任务和定时随之移动")
    void correctionDeadlineFollowsTheCalendar() {
        walk.started().submitted().returned(5);
        assertThat(jdbc.sql("select count(*) from act_ru_variable where name_ = 'correctionWorkingDays'")
                        .query(Integer.class)
                        .single())
                .as("the next return's form begins with its own default")
                .isZero();
        assertThat(deadlines.open()).singleElement().satisfies(open -> assertThat(open.lastDay())
                .isEqualTo(LocalDate.of(2026, 6, 23)));
        jdbc.sql("""
                        insert into calendar_day (day, kind, name, source, entered_by, entered_at)
                        values ('2026-06-18', 'HOLIDAY', '测试假日', '测试', 'test', now())
                        """).update();
        deadlines.recalculate();
        LocalDateTime moved = LocalDateTime.of(2026, 6, 25, 0, 0);
        assertThat(management
                        .createJobQuery()
                        .timers()
                        .singleResult()
                        .getDuedate()
                        .toInstant())
                .isEqualTo(moved.atZone(Deadline.ZONE).toInstant());
        assertThat(walk.task("task_enterData").getDueDate().toInstant())
                .as("the last day, not the next one")
                .isEqualTo(moved.minusSeconds(1).atZone(Deadline.ZONE).toInstant());
    }

    @Test
    @DisplayName("各步骤重复执行不改变什么")
    void repeatedSteps() {
        walk.started().submitted();
        long id = walk.application().id();
        ReadCase once = file();
        filing.check(walk.caseNumber());
        filing.freeze(walk.caseNumber());
        assertThat(file()).isEqualTo(once);
        walk.returned(5);
        ReadCase returned = file();
        filing.openCorrection(walk.caseNumber(), LocalDate.of(2026, 6, 23));
        assertThat(file()).isEqualTo(returned);
        walk.as(walk.applicant())
                .complete("task_enterData", walk.declarations())
                .jobDone()
                .confirmed();
        walk.accepted().reviewed().recommended().reAssessed();
        ReadCase reviewed = file();
        context.getBean(RegionalReview.class).reReview(id);
        assertThat(file()).isEqualTo(reviewed);
        recognition.close(id, ApplicationState.LAPSED, "批次结束", null);
        ReadCase closed = file();
        recognition.close(id, ApplicationState.LAPSED, "批次结束", null);
        assertThat(file()).isEqualTo(closed);
    }

    @Test
    @DisplayName("撤回：须写明理由；公示开始后不再受理")
    void withdrawal() {
        walk.started();
        assertThatThrownBy(() -> recognition.withdraw(walk.caseNumber(), walk.applicant(), " "))
                .hasMessageContaining("请写明撤回理由");
        walk.submitted()
                .accepted()
                .reviewed()
                .recommended()
                .reAssessed()
                .planned(List.of(), false)
                .concluded("PASS");
        long id = walk.application().id();
        recognition.select(id, BatchWalk.LEADER);
        recognition.publish(id, BatchWalk.LEADER);
        assertThatThrownBy(() -> recognition.withdraw(walk.caseNumber(), walk.applicant(), "太晚了"))
                .hasMessageContainingAll("公示中", "不能撤回");
    }
}
