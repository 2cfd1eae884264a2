package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.calendar.CalendarAdministration;
import org.smecluster.calendar.CalendarChange;
import org.smecluster.calendar.Confirmation;
import org.smecluster.calendar.DayKind;
import org.smecluster.calendar.Deadlines;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.engine.FormRejected;
import org.smecluster.law.Refusal;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
@DisplayName("第十二条(三)：年度认定批次")
class RecognitionBatchTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    CalendarAdministration calendar;

    @Autowired
    Deadlines deadlines;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    Registration registration;

    @Autowired
    RecognitionOutcomes outcomes;

    @Autowired
    BatchComparisons comparisons;

    @Autowired
    Selections selections;

    @Autowired
    Batches batches;

    @Autowired
    Notifications notifications;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private BatchWalk walk;
    private String a;
    private String b;

    @BeforeEach
    void openedWithTwoApplications() {
        walk = BatchWalk.in(context).opened();
        a = walk.reReviewed("640221", "平罗碳基材料集群");
        b = walk.reReviewed("640521", "中宁枸杞集群");
    }

    private List<String> told(String caseNumber) {
        return notifications.ofCase(caseNumber, "x").stream()
                .map(Notification::text)
                .toList();
    }

    @Test
    @DisplayName("日历变动后，申报提醒和推荐提醒的日期随之重算")
    void remindersFollowTheCalendar() {
        assertThat(reminder()).isEqualTo(Instant.parse("2026-03-24T01:00:00Z"));
        CalendarChange dayOff =
                new CalendarChange.PutDays(LocalDate.of(2026, 3, 30), null, DayKind.HOLIDAY, "临时放假", "宁政办发〔2026〕99号");
        calendar.apply(dayOff, "somebody", Confirmation.of(calendar.preview(dayOff)));
        try {
            assertThat(reminder()).isEqualTo(Instant.parse("2026-03-23T01:00:00Z"));
            walk.run("event_windowReminderDue");
            walk.run("service_remindApplicants");
            assertThat(deadlines.open())
                    .extracting(open -> open.spec().activityId())
                    .containsExactly("event_recommendationReminderDue");
        } finally {
            jdbc.sql("delete from calendar_day where entered_by = 'somebody'").update();
        }
    }

    private Instant reminder() {
        return management
                .createJobQuery()
                .activityId("event_windowReminderDue")
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    @Test
    @DisplayName("没有集群入选：告知理由，批次结束")
    void noneSelected() {
        walk.closedForRecommendations()
                .compared()
                .decided(a, false, "产业链协作不足")
                .decided(b, false, "主导产业不突出")
                .selectionCompleted();
        assertThat(walk.instance())
                .isEnded()
                .hasPassedInOrder(
                        "event_batchOpened",
                        "service_scheduleReminders",
                        "event_windowReminderDue",
                        "service_remindApplicants",
                        "event_windowClosed",
                        "event_recommendationReminderDue",
                        "service_remindCities",
                        "event_recommendationClosed",
                        "task_compareApplications",
                        "task_selectClusters",
                        "service_informNotSelected",
                        "gateway_anySelected",
                        "event_noneSelected");
        assertThat(walk.state(a)).isEqualTo(ApplicationState.NOT_RECOGNISED);
        assertThat(told(a))
                .hasSize(2)
                .allMatch(text -> text.contains("产业链协作不足") && text.contains("作出机关：宁夏回族自治区工业和信息化厅。救济途径："));
        assertThat(walk.batch().state()).isEqualTo(BatchState.CLOSED);
        assertThat(jdbc.sql("select closed_at is not null from batch")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    @DisplayName("无异议：期满公布，登记编号和三年有效期，告知，批次办结")
    void noneContested() {
        walk.inNotice(a, b).periodEnded();
        assertThat(walk.openTasks("task_publishList")).hasSize(1);
        walk.listPublished().run("service_closeBatch");
        assertThat(walk.instance())
                .isEnded()
                .hasPassed(
                        "event_noticePeriodEnded", "event_nothingFurther", "event_listPublished", "event_batchClosed");
        ClusterRecord cluster = registry.ofCase(a).orElseThrow();
        assertThat(cluster.clusterNumber()).isEqualTo("NXJQ-640221-0001");
        assertThat(cluster.state()).isEqualTo(ClusterState.RECOGNISED);
        assertThat(cluster.termEndsOn()).isEqualTo(TestClock.today().plusYears(3));
        assertThat(registry.ofCase(b).orElseThrow().clusterNumber()).isEqualTo("NXJQ-640521-0001");
        assertThat(walk.state(a)).isEqualTo(ApplicationState.RECOGNISED);
        assertThat(told(a)).hasSize(2).allMatch(text -> text.contains("NXJQ-640221-0001"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("clusterTerm")
                        .count())
                .isEqualTo(2);
        assertThat(walk.batch().state()).isEqualTo(BatchState.CLOSED);
    }

    @Test
    @DisplayName("一个有异议且成立：其他集群先公布；裁定后该集群告知不予认定")
    void oneContestedAndUpheld() {
        walk.inNotice(a, b);
        long objection = walk.objection(a);
        walk.periodEnded().listPublished();
        assertThat(walk.state(b)).isEqualTo(ApplicationState.RECOGNISED);
        assertThat(walk.state(a)).isEqualTo(ApplicationState.IN_NOTICE);
        assertThat(walk.instance()).isNotEnded();
        walk.ruled(objection, "UPHELD").run("service_closeBatch");
        assertThat(walk.instance()).isEnded().hasPassed("event_nothingFurther", "event_batchClosed");
        assertThat(walk.state(a)).isEqualTo(ApplicationState.NOT_RECOGNISED);
        assertThat(told(a))
                .filteredOn(text -> text.contains("未认定"))
                .hasSize(2)
                .allMatch(text -> text.contains("核实结果支持该结论"));
        assertThat(registry.ofCase(a)).isEmpty();
    }

    @Test
    @DisplayName("公示期内收到、公布前补登记：裁定以前不能公布，不成立的照常公布；公布以后不再登记")
    void enteredBeforePublication() {
        walk.inNotice(a, b).periodEnded();
        long objection = walk.lateObjection(a);
        assertThatThrownBy(walk::listPublished)
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining("“平罗碳基材料集群”")
                .hasMessageContaining("尚未裁定，裁定以后才能公布");
        walk.ruled(objection, "DISMISSED").listPublished();
        assertThat(walk.state(a)).isEqualTo(ApplicationState.RECOGNISED);
        assertThatThrownBy(() -> walk.lateObjection(b))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("请发起“公布后异议”");
    }

    @Test
    @DisplayName("公布前补登记的异议成立：该集群移出名单，其他集群公布")
    void upheldBeforePublication() {
        walk.inNotice(a, b).periodEnded();
        walk.ruled(walk.lateObjection(a), "UPHELD").listPublished().run("service_closeBatch");
        assertThat(walk.state(b)).isEqualTo(ApplicationState.RECOGNISED);
        assertThat(walk.state(a)).isEqualTo(ApplicationState.NOT_RECOGNISED);
        assertThat(registry.ofCase(a)).isEmpty();
    }

    @Test
    @DisplayName("公布前补登记的异议成立，名单上没有别的集群：没有可公布的，批次办结")
    void nothingLeftToPublish() {
        walk.closedForRecommendations()
                .compared()
                .decided(a, true, null)
                .decided(b, false, "名额有限")
                .selectionCompleted()
                .noticePublished()
                .periodEnded();
        walk.ruled(walk.lateObjection(a), "UPHELD");
        assertThat(walk.openTasks("task_publishList")).isEmpty();
        walk.run("service_closeBatch");
        assertThat(walk.instance()).isEnded().hasPassed("event_listEmptied");
        assertThat(walk.state(a)).isEqualTo(ApplicationState.NOT_RECOGNISED);
    }

    @Test
    @DisplayName("审定人员选定公示的工作日和时刻；批次规定当日计入的，9:00以前发布的当日即为首日")
    void dayAndHourOfTheNotice() {
        walk.closedForRecommendations().compared().decided(a, true, null).decided(b, false, "名额有限");
        Map<String, Object> form =
                new HashMap<>(Map.of("selectionNote", "综合比较", "selectionConfirmed", true, "noticeDay", "2026-05-04"));
        assertThatThrownBy(() -> walk.complete(BatchWalk.LEADER, "task_selectClusters", form))
                .hasMessageContaining("2026-05-04不是工作日");
        form.put("noticeDay", "2026-04-30");
        assertThatThrownBy(() -> walk.complete(BatchWalk.LEADER, "task_selectClusters", form))
                .hasMessageContaining("2026-04-30已经过去");
        form.put("noticeTime", "08:30");
        assertThatThrownBy(() -> walk.complete(BatchWalk.LEADER, "task_selectClusters", form))
                .hasMessageContaining("2026-04-30 08:30已经过去");
        form.put("noticeDay", "2026-05-07");
        form.put("noticeTime", "8:30");
        assertThatThrownBy(() -> walk.complete(BatchWalk.LEADER, "task_selectClusters", form))
                .hasMessageContaining("时刻格式不正确");
        form.put("noticeTime", "08:10");
        walk.complete(BatchWalk.LEADER, "task_selectClusters", form).run("service_informNotSelected");
        assertThat(walk.jobAt("event_publicationDue").getDuedate().toInstant())
                .isEqualTo(Instant.parse("2026-05-07T00:10:00Z"));
        TestClock.set(LocalDateTime.of(2026, 5, 7, 8, 10));
        walk.noticePublished();
        assertThat(walk.notice().firstDay()).as("the batch does not count it").isEqualTo(LocalDate.of(2026, 5, 8));
    }

    @Test
    @DisplayName("一个有异议、期满后裁定不成立：补充公布")
    void oneContestedAndDismissed() {
        walk.inNotice(a, b);
        long objection = walk.objection(a);
        walk.periodEnded().listPublished().ruled(objection, "DISMISSED");
        assertThat(walk.openTasks("task_publishList")).hasSize(1);
        walk.listPublished().run("service_closeBatch");
        assertThat(walk.instance()).isEnded();
        assertThat(walk.state(a)).isEqualTo(ApplicationState.RECOGNISED);
    }

    @Test
    @DisplayName("第一份名单还没有公布，裁定就已作出：两份名单各列各的集群，全部公布后才办结")
    void rulingBeforeTheFirstListIsPublished() {
        walk.inNotice(a, b);
        long objection = walk.objection(a);
        walk.periodEnded().ruled(objection, "DISMISSED");
        List<Task> publishing = walk.openTasks("task_publishList");
        assertThat(publishing).extracting(walk::listed).containsExactlyInAnyOrder(List.of(a), List.of(b));
        walk.listPublished();
        assertThat(walk.instance()).isNotEnded();
        assertThat(walk.jobAt("service_closeBatch")).isNull();
        walk.listPublished().run("service_closeBatch");
        assertThat(walk.instance()).isEnded();
        assertThat(List.of(walk.state(a), walk.state(b))).containsOnly(ApplicationState.RECOGNISED);
    }

    @Test
    @DisplayName("期满前已裁定不成立：列入第一份名单，没有补充名单")
    void ruledWithinThePeriod() {
        walk.inNotice(a, b);
        walk.ruled(walk.objection(a), "DISMISSED").periodEnded();
        assertThat(walk.openTasks("task_publishList")).singleElement().satisfies(task -> assertThat(walk.listed(task))
                .containsExactly(a, b));
        walk.listPublished().run("service_closeBatch");
        assertThat(walk.instance()).isEnded();
    }

    @Test
    @DisplayName("全部有异议、全部不成立：期满时没有可公布的，裁定后一并公布")
    void allContestedAndDismissed() {
        walk.inNotice(a, b);
        long first = walk.objection(a);
        long second = walk.objection(b);
        walk.periodEnded();
        assertThat(walk.openTasks("task_publishList")).isEmpty();
        walk.ruled(first, "DISMISSED")
                .ruled(second, "DISMISSED")
                .listPublished()
                .run("service_closeBatch");
        assertThat(walk.instance()).isEnded().hasNotPassed("event_noticePeriodEnded");
        assertThat(registry.all()).hasSize(2);
    }

    @Test
    @DisplayName("全部有异议、全部成立：不公布名单，批次办结")
    void allUpheld() {
        walk.inNotice(a, b);
        long first = walk.objection(a);
        long second = walk.objection(b);
        walk.periodEnded().ruled(first, "UPHELD").ruled(second, "UPHELD").run("service_closeBatch");
        assertThat(walk.instance()).isEnded().hasNotPassed("task_publishList");
        assertThat(List.of(walk.state(a), walk.state(b))).containsOnly(ApplicationState.NOT_RECOGNISED);
        assertThat(registry.all()).isEmpty();
    }

    @Test
    @DisplayName("登记执行两次：不重复登记，不重复启动有效期，不重复告知")
    void registrationExecutedTwice() {
        walk.inNotice(a, b).periodEnded().listPublished();
        long batch = walk.batch().id();
        registration.register(batch);
        outcomes.informRecognised(batch);
        assertThat(registry.all()).hasSize(2);
        assertThat(registry.life("NXJQ-640221-0001").orElseThrow().events()).hasSize(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("clusterTerm")
                        .count())
                .isEqualTo(2);
        assertThat(told(a)).hasSize(2);
    }

    @Test
    @DisplayName("市直属园区的集群，编号用所在市的代码")
    void aParkUnderACity() {
        String park = walk.reReviewed("suyin", "宁东精细化工集群");
        walk.inNotice(a, b, park).periodEnded().listPublished();
        assertThat(registry.ofCase(park).orElseThrow().clusterNumber()).isEqualTo("NXJQ-640100-0001");
        assertThat(walk.notice().items().get(2).county()).isEqualTo("银川市");
    }

    @Test
    @DisplayName("尚有申报未办结：不能提交，逐一列出；终止的须写理由，告知后继续")
    void outstandingApplications() {
        String outstanding = walk.application("640122", "贺兰智能制造集群", ApplicationState.RECOMMENDED);
        walk.closedForRecommendations();
        assertThatThrownBy(walk::compared)
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining(outstanding)
                .hasMessageContaining("自治区复审");
        Map<String, Object> form = new HashMap<>(Map.of("comparisonSummary", "情况如下", "closeOutstanding", true));
        assertThatThrownBy(() -> walk.complete(BatchWalk.OFFICER, "task_compareApplications", form))
                .hasMessageContaining("终止理由");
        assertThat(walk.state(outstanding)).isEqualTo(ApplicationState.RECOMMENDED);
        form.put("closeReason", "复审未能按期完成");
        walk.complete(BatchWalk.OFFICER, "task_compareApplications", form);
        assertThat(walk.state(outstanding)).isEqualTo(ApplicationState.LAPSED);
        assertThat(told(outstanding)).anyMatch(text -> text.contains("复审未能按期完成"));
        assertThat(walk.openTasks("task_selectClusters")).hasSize(1);
    }

    @Test
    @DisplayName("审定名单：未确定的、超过名额的不能提交，一次列出")
    void theSelectionIsComplete() {
        walk.closedForRecommendations().compared().decided(a, true, null);
        assertThatThrownBy(walk::selectionCompleted)
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining(b)
                .hasMessageContaining("尚未确定是否入选");
        assertThat(walk.state(a)).isEqualTo(ApplicationState.RE_REVIEWED);
    }

    @Test
    @DisplayName("审定名单提交的同时不能再改决定：等提交完成后被拒绝")
    void noDecisionWhileTheSelectionIsMadeFinal() {
        walk.closedForRecommendations().compared().decided(a, true, null).decided(b, false, "规模较小");
        long batch = walk.batch().id();
        transaction.executeWithoutResult(uncommitted -> {
            selections.complete(batch, "综合比较", null, null, BatchWalk.LEADER);
            assertThatThrownBy(() -> CompletableFuture.runAsync(() -> impatiently(() -> walk.decided(b, true, null)))
                            .join())
                    .hasStackTraceContaining("lock timeout");
        });
        assertThatThrownBy(() -> walk.decided(b, true, null)).hasMessageContaining("不在审定名单阶段");
    }

    private void impatiently(Runnable work) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local lock_timeout = '200ms'").update();
            work.run();
        });
    }

    @Test
    @DisplayName("提交比较的同时刚刚复审办结的，不随“终止尚未办结”结案")
    void concludedWhileBeingCompared() {
        String late = walk.application("640122", "贺兰智能制造集群", ApplicationState.RECOMMENDED);
        walk.closedForRecommendations();
        Map<String, Object> form =
                Map.of("comparisonSummary", "情况如下", "closeOutstanding", true, "closeReason", "复审未能按期完成");
        CompletableFuture<Void> compared = transaction.execute(uncommitted -> {
            jdbc.sql("update application set state = 'RE_REVIEWED' where case_number = :late")
                    .param("late", late)
                    .update();
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(
                    () -> walk.complete(BatchWalk.OFFICER, "task_compareApplications", form));
            while (!waiting.isDone() && !someoneWaitsForALock()) {
                Thread.onSpinWait();
            }
            return waiting;
        });
        assertThatThrownBy(compared::join).hasMessageContaining("刚刚复审办结");
        assertThat(walk.state(late)).isEqualTo(ApplicationState.RE_REVIEWED);
    }

    private boolean someoneWaitsForALock() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    @DisplayName("第二份名单已公布而尚未登记时，告知第一份的不受影响")
    void informedBeforeTheOtherListIsRegistered() {
        walk.inNotice(a, b).periodEnded().complete(BatchWalk.OFFICER, "task_publishList", walk.publicationForm());
        outcomes.informRecognised(walk.batch().id());
        assertThat(told(a)).isEmpty();
        assertThat(walk.state(a)).isEqualTo(ApplicationState.IN_NOTICE);
    }

    @Test
    @DisplayName("异议裁定的理由写满2000字，也能办结并告知")
    void theLongestReason() {
        walk.inNotice(a, b);
        String reason = "理".repeat(2000);
        long objection = walk.objection(a);
        walk.periodEnded().listPublished().ruled(objection, "UPHELD", reason).run("service_closeBatch");
        assertThat(told(a)).filteredOn(text -> text.contains("未认定")).hasSize(2).allMatch(text -> text.contains(reason));
    }

    @Test
    @DisplayName("入选数超过名额不能提交；恰为名额可以")
    void quota() {
        walk.closedForRecommendations();
        batches.enter(walk.batch().id(), BatchState.CLOSED);
        Map<String, Object> form = BatchWalk.openingForm();
        form.put("quota", 1);
        runtime.deleteProcessInstance(walk.instance().getId(), "test");
        walk = BatchWalk.in(context).opened(form);
        String c = walk.reReviewed("640205", "惠农钢铁集群");
        String d = walk.reReviewed("640202", "大武口装备集群");
        walk.closedForRecommendations().compared().decided(c, true, null).decided(d, true, null);
        assertThatThrownBy(walk::selectionCompleted).hasMessageContaining("入选2个，超过本批次名额1个");
        walk.decided(d, false, "名额有限，规模较小").selectionCompleted();
        assertThat(walk.state(c)).isEqualTo(ApplicationState.IN_NOTICE);
        assertThat(walk.state(d)).isEqualTo(ApplicationState.NOT_RECOGNISED);
    }

    @Test
    @DisplayName("逐一确定：不入选须有理由；别的批次、未复审的、不在审定阶段的不能确定")
    void decisionsRefused() {
        assertThatThrownBy(() -> walk.decided(a, true, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不在审定名单阶段");
        walk.closedForRecommendations().compared();
        assertThatThrownBy(() -> walk.decided(a, false, " ")).hasMessageContaining("请写明理由");
        assertThatThrownBy(() -> walk.decided(a, false, "长".repeat(1001))).hasMessageContaining("最多1000个字");
        assertThatThrownBy(() -> walk.decided("NXJQ-2026-RD-00099", true, null)).hasMessageContaining("不是本批次");
        assertThat(comparisons.comparison(walk.batch().id()).concluded())
                .hasSize(2)
                .allMatch(row -> row.decision().isEmpty());
        walk.decided(a, true, null);
        assertThat(comparisons
                        .comparison(walk.batch().id())
                        .concluded()
                        .get(0)
                        .decision()
                        .orElseThrow()
                        .selected())
                .isTrue();
    }

    @Test
    @DisplayName("公示开始后不能撤回；公布日期须在公示期满之后、今天之前")
    void thePublicationsDate() {
        walk.inNotice(a, b).periodEnded();
        assertThat(walk.state(a).withdrawable()).isFalse();
        Map<String, Object> form = walk.publicationForm();
        form.put("documentDate", walk.notice().endsOn().toString());
        assertThatThrownBy(() -> walk.complete(BatchWalk.OFFICER, "task_publishList", form))
                .hasMessageContaining("公示期满后方可公布");
        form.put("documentDate", TestClock.today().plusDays(1).toString());
        assertThatThrownBy(() -> walk.complete(BatchWalk.OFFICER, "task_publishList", form))
                .hasMessageContaining("晚于今天");
        assertThat(registry.all()).isEmpty();
    }

    @Test
    @DisplayName("提醒：申报期截止前5个工作日提醒填报中的和各市，推荐截止前3个工作日提醒未决定的市")
    void reminders() {
        String draft = walk.application("640122", "贺兰智能制造集群", ApplicationState.DRAFT);
        walk.application("640381", "青铜峡有色金属集群", ApplicationState.ACCEPTED);
        assertThat(dueDay("event_windowReminderDue")).isEqualTo(LocalDate.of(2026, 3, 24));
        walk.closedForRecommendations();
        assertThat(told(draft)).singleElement().asString().contains("2026-03-31 24:00截止");
        String batch = walk.batch().batchNumber();
        assertThat(notifications.forGroups(List.of("city-6403"), "x", 0, 1000))
                .extracting(Notification::caseNumber)
                .containsExactly(batch, batch);
        assertThat(notifications.forGroups(List.of("city-6404"), "x", 0, 1000)).hasSize(1);
    }

    private LocalDate dueDay(String timer) {
        return LocalDate.ofInstant(walk.jobAt(timer).getDuedate().toInstant(), ZoneId.of("Asia/Shanghai"));
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(
            nullValues = "NULL",
            value = {
                "year, NULL, 必填",
                "year, 2022, 不能小于2023",
                "noticeNumber, NULL, 必填",
                "noticeNumber, 88, 文号格式不正确",
                "noticeNumber, LONG, 最多60个字",
                "windowStart, 2026-13-01, 应为日期",
                "windowEnd, 2026-07-31, 早于开始日期",
                "windowEnd, 2026-12-31, 早于申报期截止日期",
                "windowStart, 2025-12-31, 不在申报年度",
                "windowStart, 2026-03-31, 重叠",
                "recommendationDeadline, NULL, 必填",
                "publicityDays, 0, 不能小于1",
                "publicityDays, 61, 不能大于60",
                "publicityDays, NULL, 必填",
                "quota, 0, 不能小于1",
                "quota, -3, 不能小于1",
                "batchId, 1, 表单没有",
            })
    void refusedOpenings(String key, String value, String message) {
        TestClock.set(BatchWalk.WINDOW_END);
        Map<String, Object> form = BatchWalk.openingForm();
        form.put("windowStart", "2026-08-03");
        form.put("windowEnd", "2026-08-31");
        form.put("recommendationDeadline", "2026-09-30");
        form.put(
                key,
                value == null
                        ? null
                        : value.equals("LONG")
                                ? "宁工信企发〔2026〕12号".repeat(6)
                                : value.matches("-?\\d{1,4}") && !key.equals("noticeNumber")
                                        ? (Object) Integer.valueOf(value)
                                        : value);
        assertThatThrownBy(() -> BatchWalk.in(context).opened(form))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining(message);
        assertThat(batches.all()).hasSize(1);
    }

    @Test
    @DisplayName("申报期截止日期已经过去的不能开启")
    void theWindowIsNotOver() {
        Map<String, Object> form = BatchWalk.openingForm();
        form.put("windowStart", "2026-01-05");
        form.put("windowEnd", "2026-02-27");
        assertThatThrownBy(() -> BatchWalk.in(context).opened(form)).hasMessageContaining("已经过去");
    }

    @ParameterizedTest(name = "{0} {1}={2}: {3}")
    @CsvSource(
            nullValues = "NULL",
            value = {
                "compare, comparisonSummary, NULL, 必填",
                "compare, comparisonSummary, LONG, 最多4000个字",
                "compare, closeOutstanding, yes, 只能是勾选",
                "compare, anySelected, true, 表单没有",
                "select, selectionNote, NULL, 必填",
                "select, selectionNote, LONG, 最多2000个字",
                "select, selectionConfirmed, NULL, 必填",
                "select, anySelected, true, 表单没有",
                "publish, documentNumber, 宁工信企发[2026]30号, 文号格式不正确",
                "publish, documentNumber, NULL, 必填",
                "publish, documentNumber, LONG, 最多60个字",
                "publish, documentDate, NULL, 必填",
                "publish, documentDate, 昨天, 应为日期",
                "publish, publicationConfirmed, NULL, 必填",
                "publish, publicationId, 9, 表单没有",
            })
    void refusedForms(String step, String key, String value, String message) {
        Map<String, Object> form = new HashMap<>();
        String task;
        if (step.equals("compare")) {
            walk.closedForRecommendations();
            task = "task_compareApplications";
            form.put("comparisonSummary", "各申报情况如下");
        } else if (step.equals("select")) {
            walk.closedForRecommendations().compared().decided(a, true, null).decided(b, true, null);
            task = "task_selectClusters";
            form.putAll(Map.of("selectionNote", "综合比较", "selectionConfirmed", true));
        } else {
            walk.inNotice(a, b).periodEnded();
            task = "task_publishList";
            form.putAll(walk.publicationForm());
        }
        form.put(key, "LONG".equals(value) ? "长".repeat(4001) : value);
        assertThatThrownBy(
                        () -> walk.complete(step.equals("select") ? BatchWalk.LEADER : BatchWalk.OFFICER, task, form))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining(message);
        assertThat(walk.openTasks(task)).hasSize(1);
    }
}
