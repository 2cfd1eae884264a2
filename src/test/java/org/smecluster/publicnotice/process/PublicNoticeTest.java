package org.smecluster.publicnotice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
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
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.engine.FormRejected;
import org.smecluster.law.Refusal;
import org.smecluster.publicnotice.Notice;
import org.smecluster.publicnotice.NoticeItem;
import org.smecluster.publicnotice.NoticePlan;
import org.smecluster.publicnotice.NoticeSchedule;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.publicnotice.NoticeState;
import org.smecluster.publicnotice.ObjectionEntry;
import org.smecluster.registry.LifeReader;
import org.smecluster.registry.NoticeTerms;
import org.smecluster.registry.PublicList;
import org.smecluster.registry.PublicListItem;
import org.smecluster.registry.PublicLists;
import org.smecluster.registry.PublicityOutcome;
import org.smecluster.security.Account;
import org.smecluster.support.CaseOnFile;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("第十二条(三)：公示与异议")
class PublicNoticeTest {

    private static final String BATCH = "NXJQ-2026-PC-01";
    private static final String A = "NXJQ-2026-RD-00001";
    private static final String B = "NXJQ-2026-RD-00002";
    private static final String TOLD = "异议反映产值数据不实，已核实";

    private static final Account OFFICER = new Account("officer", "经办", List.of("province-officer"));

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    NoticeService notices;

    @Autowired
    NoticeSchedule schedule;

    @Autowired
    Casework casework;

    @Autowired
    PublicLists lists;

    @Autowired
    Deadlines deadlines;

    @Autowired
    CalendarAdministration calendar;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void officer() {
        identity.setAuthentication("officer", List.of("province-officer", "province-leader", "camunda-admin"));
        TestClock.set(LocalDate.of(2026, 6, 1));
        CaseOnFile.put(jdbc, A, "平罗碳基材料集群", "county-640221", "city-6402");
        CaseOnFile.put(jdbc, B, "中宁枸杞集群", "county-640521", "city-6405");
    }

    private static PublicList list() {
        return list(NoticeTerms.usual());
    }

    private static PublicList list(NoticeTerms terms) {
        return new PublicList(
                BATCH,
                "2026年度自治区中小企业特色产业集群拟认定名单公示",
                "宁工信企发〔2026〕12号",
                terms,
                List.of(
                        PublicListItem.of(A, "平罗碳基材料集群", "碳基材料", "平罗县", "平罗县", "石嘴山市"),
                        PublicListItem.of(B, "中宁枸杞集群", "枸杞加工", "中宁县", "中宁县", "中卫市")));
    }

    private ProcessInstance published() {
        lists.draft(list());
        ProcessInstance instance = runtime.startProcessInstanceByKey(
                "publicNotice", BATCH, Map.of("noticeSubject", BATCH, "publicityDays", 5));
        execute(job(instance));
        execute(job(instance));
        return instance;
    }

    /** The period has run its course. */
    private void over(ProcessInstance instance) {
        TestClock.set(notice().endsOn().plusDays(1));
        execute(job(instance));
    }

    private Notice notice() {
        return notices.ofSubject(BATCH).orElseThrow();
    }

    private Map<String, PublicityOutcome> outcomes() {
        Map<String, PublicityOutcome> outcomes = new HashMap<>();
        notice().items().forEach(item -> outcomes.put(item.caseNumber(), item.outcome()));
        assertThat(lists.find(BATCH).orElseThrow().items())
                .as("the caller sees what the notice says")
                .allMatch(item -> item.outcome() == outcomes.get(item.caseNumber()));
        return outcomes;
    }

    private long objection(String caseNumber) {
        return notices.registerObjection(notice().id(), entry(caseNumber, "产值数据不实", TestClock.today()), OFFICER);
    }

    private static ObjectionEntry entry(String caseNumber, String grounds, LocalDate receivedOn) {
        return new ObjectionEntry(caseNumber, "张三", "0951-0000000", grounds, receivedOn);
    }

    private Task taskOn(long objectionId) {
        return tasks.createTaskQuery().list().stream()
                .filter(task -> Long.valueOf(objectionId).equals(tasks.getVariable(task.getId(), "objectionId")))
                .findFirst()
                .orElseThrow();
    }

    private void ruled(long objectionId, String ruling) {
        tasks.complete(taskOn(objectionId).getId(), Map.of("facts", "经核实，情况如下", "toldToApplicant", TOLD));
        assertThat(taskOn(objectionId).getTaskDefinitionKey()).isEqualTo("task_ruleObjection");
        tasks.complete(taskOn(objectionId).getId(), Map.of("ruling", ruling, "rulingReason", "理由：" + ruling));
    }

    @Test
    @DisplayName("公示期届满以前谁也不能结束公示，流程图把期限改短了也一样")
    void notEndedBeforeItsDay() {
        published();
        long id = notice().id();
        assertThatThrownBy(() -> notices.endPeriod(id)).hasMessageContaining("届满以前不能结束公示（第十二条(三)）");
        TestClock.set(notice().endsOn());
        assertThatThrownBy(() -> notices.endPeriod(id)).hasMessageContaining("24:00届满");
        assertThat(notice().periodEnded()).isFalse();
        assertThat(outcomes()).containsEntry(A, PublicityOutcome.PENDING);
        TestClock.set(notice().endsOn().plusDays(1));
        assertThat(notices.endPeriod(id)).isTrue();
        assertThat(outcomes()).containsEntry(A, PublicityOutcome.NO_OBJECTION);
    }

    @Test
    @DisplayName("无异议：公示期满，全部公示通过，流程结束")
    void noObjection() {
        ProcessInstance instance = published();
        assertThat(notice().endsOn()).isEqualTo(LocalDate.of(2026, 6, 8));
        assertThat(notices.workingDaysLeft(notice())).isEqualTo(5);
        over(instance);
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "event_noticeRequested",
                        "service_scheduleNotice",
                        "event_publicationDue",
                        "service_publishNotice",
                        "event_publicityEnded",
                        "service_endPublicity",
                        "gateway_admissionsPending",
                        "event_publicityClosed");
        assertThat(outcomes())
                .containsEntry(A, PublicityOutcome.NO_OBJECTION)
                .containsEntry(B, PublicityOutcome.NO_OBJECTION);
        assertThat(notice().state()).isEqualTo(NoticeState.CONCLUDED);
        assertThat(deadlines.open()).isEmpty();
    }

    @Test
    @DisplayName("发布的内容冻结，有散列值；再次发布不改变任何东西")
    void frozenSnapshot() {
        published();
        Notice first = notice();
        assertThat(first.snapshot())
                .isEqualTo(
                        "{\"title\":\"2026年度自治区中小企业特色产业集群拟认定名单公示\",\"documentNumber\":\"宁工信企发〔2026〕12号\","
                                + "\"publishedOn\":\"2026-06-01\",\"publicityDays\":5,\"firstDay\":\"2026-06-02\",\"lastDay\":\"2026-06-08\","
                                + "\"contact\":{\"telephone\":\"0951-6669000\",\"address\":\"银川市示例路1号\",\"mail\":\"jiqun@nx.example\",\"discipline\":\"0951-0000001\"},\"clusters\":["
                                + "{\"clusterName\":\"平罗碳基材料集群\",\"leadingIndustry\":\"碳基材料\",\"applicant\":\"平罗县\",\"county\":\"平罗县\",\"city\":\"石嘴山市\"},"
                                + "{\"clusterName\":\"中宁枸杞集群\",\"leadingIndustry\":\"枸杞加工\",\"applicant\":\"中宁县\",\"county\":\"中宁县\",\"city\":\"中卫市\"}]}");
        assertThat(first.sha256())
                .isEqualTo(jdbc.sql("select encode(sha256(convert_to(snapshot, 'UTF8')), 'hex') from notice")
                        .query(String.class)
                        .single());
        TestClock.set(LocalDate.of(2026, 6, 2));
        assertThat(notices.publish(BATCH, 10, null, "other")).isEqualTo(first);
        assertThat(notices.all()).hasSize(1);
    }

    @Test
    @DisplayName("公示期按工作日计算，跨国庆节的顺延；日历改变，期满时间和页面随之改变")
    void workingDaysAndCalendarChange() {
        TestClock.set(LocalDate.of(2026, 9, 28));
        ProcessInstance instance = published();
        LocalDate before = notice().endsOn();
        assertThat(before).isAfter(LocalDate.of(2026, 10, 7));
        assertThat(timerDay(instance)).isEqualTo(before.plusDays(1));

        jdbc.sql("update calendar_day set kind = 'HOLIDAY' where day = :day and kind = 'WORKDAY'")
                .param("day", before)
                .update();
        jdbc.sql("""
                        insert into calendar_day (day, kind, name, source, entered_by)
                        values (:day, 'HOLIDAY', '开斋节', '测试', '测试') on conflict do nothing
                        """).param("day", before).update();
        try {
            deadlines.recalculate();
            assertThat(notice().endsOn()).isAfter(before);
            assertThat(timerDay(instance)).isEqualTo(notice().endsOn().plusDays(1));
            assertThat(notice().sha256()).as("what was published stays").hasSize(64);
        } finally {
            jdbc.sql("delete from calendar_day where source = '测试'").update();
        }
    }

    private LocalDate timerDay(ProcessInstance instance) {
        return LocalDate.ofInstant(job(instance).getDuedate().toInstant(), ZoneId.of("Asia/Shanghai"));
    }

    @Test
    @DisplayName("异议只影响所涉及的集群：期满时其他集群通过，该集群等待裁定")
    void onlyTheClusterConcernedWaits() {
        ProcessInstance instance = published();
        long objection = objection(A);
        over(instance);
        assertThat(instance).isNotEnded();
        assertThat(outcomes())
                .containsEntry(A, PublicityOutcome.PENDING)
                .containsEntry(B, PublicityOutcome.NO_OBJECTION);
        assertThat(notice().state()).isEqualTo(NoticeState.OBJECTIONS_PENDING);
        ruled(objection, "UPHELD");
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "event_objectionReceived",
                        "task_verifyObjection",
                        "task_ruleObjection",
                        "event_objectionRuled");
        assertThat(outcomes()).containsEntry(A, PublicityOutcome.UPHELD);
        assertThat(lists.find(BATCH).orElseThrow().items().get(0).ruling()).isEqualTo("理由：UPHELD");
        assertThat(notices.objection(objection).ruledBy()).isEqualTo("officer");
    }

    @Test
    @DisplayName("同一集群两件异议、另一集群一件，同时处理互不混淆；一件成立即为成立")
    void severalObjectionsAtOnce() {
        ProcessInstance instance = published();
        long first = objection(A);
        long second = objection(A);
        long third = objection(B);
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("task_verifyObjection")
                        .count())
                .isEqualTo(3);
        ruled(second, "UPHELD");
        ruled(third, "DISMISSED");
        assertThat(outcomes().values()).as("the period still runs").containsOnly(PublicityOutcome.PENDING);
        over(instance);
        assertThat(outcomes()).containsEntry(A, PublicityOutcome.PENDING).containsEntry(B, PublicityOutcome.DISMISSED);
        ruled(first, "DISMISSED");
        assertThat(instance).isEnded();
        assertThat(outcomes()).containsEntry(A, PublicityOutcome.UPHELD);
        assertThat(lists.find(BATCH).orElseThrow().items().get(0).ruling()).isEqualTo("理由：UPHELD");
    }

    @Test
    @DisplayName("两件异议先后收到：日历变动后各按自己的起算日，互不覆盖")
    void dueDatesOfTwoObjectionsFollowTheCalendar() {
        published();
        TestClock.set(LocalDate.of(2026, 6, 2));
        long first = objection(A);
        TestClock.set(LocalDate.of(2026, 6, 4));
        long second = objection(A);
        assertThat(dueOn(first)).isEqualTo(LocalDate.of(2026, 6, 9));
        assertThat(dueOn(second)).isEqualTo(LocalDate.of(2026, 6, 11));

        CalendarChange dayOff =
                new CalendarChange.PutDays(LocalDate.of(2026, 6, 11), null, DayKind.HOLIDAY, "临时放假", "宁政办发〔2026〕99号");
        calendar.apply(dayOff, "somebody", Confirmation.of(calendar.preview(dayOff)));
        try {
            assertThat(dueOn(first)).isEqualTo(LocalDate.of(2026, 6, 9));
            assertThat(dueOn(second)).isEqualTo(LocalDate.of(2026, 6, 12));
            tasks.complete(taskOn(second).getId(), Map.of("facts", "经核实，情况如下", "toldToApplicant", TOLD));
            assertThat(deadlines.open())
                    .filteredOn(
                            open -> "task_verifyObjection".equals(open.spec().activityId()))
                    .extracting(open -> open.spec().taskId())
                    .containsExactly(taskOn(first).getId());
        } finally {
            jdbc.sql("delete from calendar_day where entered_by = 'somebody'").update();
        }
    }

    private LocalDate dueOn(long objectionId) {
        return LocalDate.ofInstant(taskOn(objectionId).getDueDate().toInstant(), ZoneId.of("Asia/Shanghai"));
    }

    private ProcessInstance counting(LocalDateTime publishedAt, int days) {
        lists.draft(list(new NoticeTerms(true, null, null)));
        ProcessInstance instance = runtime.startProcessInstanceByKey(
                "publicNotice", BATCH, Map.of("noticeSubject", BATCH, "publicityDays", days));
        TestClock.set(publishedAt);
        execute(job(instance));
        execute(job(instance));
        return instance;
    }

    @ParameterizedTest(name = "{0}发布，{1}个工作日：{2}至{3}")
    @CsvSource({
        "2026-06-02T08:59, 5, 2026-06-02, 2026-06-08",
        "2026-06-02T09:00, 5, 2026-06-03, 2026-06-09",
        "2026-06-02T09:01, 5, 2026-06-03, 2026-06-09",
        "2026-06-02T08:59, 1, 2026-06-02, 2026-06-02",
        "2026-06-02T09:01, 1, 2026-06-03, 2026-06-03",
        "2026-06-06T08:30, 1, 2026-06-08, 2026-06-08",
    })
    @DisplayName("批次规定当日计入的，9:00以前发布才计入；休息日发布的不计入；可以只公示一日")
    void dayOfPublication(LocalDateTime publishedAt, int days, LocalDate firstDay, LocalDate endsOn) {
        ProcessInstance instance = counting(publishedAt, days);
        assertThat(notice().firstDay()).isEqualTo(firstDay);
        assertThat(notice().endsOn()).isEqualTo(endsOn);
        assertThat(notice().snapshot()).contains("\"firstDay\":\"" + firstDay + "\",\"lastDay\":\"" + endsOn + "\"");
        assertThat(timerDay(instance)).isEqualTo(endsOn.plusDays(1));
        deadlines.recalculate();
        assertThat(timerDay(instance)).isEqualTo(endsOn.plusDays(1));
    }

    @Test
    @DisplayName("公示期一日：当日收到的有效，次日收到的无效")
    void oneDay() {
        counting(LocalDateTime.of(2026, 6, 2, 8, 30), 1);
        assertThat(notices.workingDaysLeft(notice())).isZero();
        objection(A);
        TestClock.set(LocalDate.of(2026, 6, 3));
        assertThatThrownBy(() -> late(B, LocalDate.of(2026, 6, 3)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2026-06-02发布，已于2026-06-02 24:00届满");
        late(B, LocalDate.of(2026, 6, 2));
    }

    @Test
    @DisplayName("公示排定在工作日的时刻发布，首日、末日公示前即可查看；再次排定不改变")
    void scheduled() {
        TestClock.set(LocalDateTime.of(2026, 6, 5, 18, 0));
        lists.draft(list(new NoticeTerms(true, null, null)));
        ProcessInstance instance = runtime.startProcessInstanceByKey(
                "publicNotice", BATCH, Map.of("noticeSubject", BATCH, "publicityDays", 5));
        NoticePlan plan = schedule.of(BATCH).orElseThrow();
        assertThat(plan.publishesAt().atZone(ZoneId.of("Asia/Shanghai")).toLocalDateTime())
                .as("the next working day after a Friday")
                .isEqualTo(LocalDateTime.of(2026, 6, 8, 8, 30));
        assertThat(plan.firstDay()).isEqualTo(LocalDate.of(2026, 6, 8));
        assertThat(plan.endsOn()).isEqualTo(LocalDate.of(2026, 6, 12));
        assertThat(job(instance).getDuedate().toInstant()).isEqualTo(plan.publishesAt());
        assertThat(notices.ofSubject(BATCH)).as("not published before").isEmpty();
        assertThat(schedule.plan(BATCH, 9, LocalTime.NOON, LocalTime.NOON)).isEqualTo(plan);
    }

    @ParameterizedTest(name = "选定{0} {1}：{2}")
    @CsvSource({
        "2026-06-10, 14:00, 2026-06-10T14:00",
        "2026-06-06, 08:30, 2026-06-08T08:30",
        "2026-05-29, 08:30, 2026-06-02T08:30",
    })
    @DisplayName("调用方选定的日期：休息日顺延，已过去的改为下一个工作日")
    void chosenDay(LocalDate day, LocalTime time, LocalDateTime publishedAt) {
        lists.draft(list(new NoticeTerms(false, day, time)));
        runtime.startProcessInstanceByKey("publicNotice", BATCH, Map.of("noticeSubject", BATCH, "publicityDays", 5));
        assertThat(schedule.of(BATCH)
                        .orElseThrow()
                        .publishesAt()
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toLocalDateTime())
                .isEqualTo(publishedAt);
    }

    private long late(String caseNumber, LocalDate receivedOn) {
        return notices.registerObjection(
                notice().id(),
                new ObjectionEntry(caseNumber, "张三", "0951-0000000", "产值数据不实", receivedOn, "收2026-118", null),
                OFFICER);
    }

    @Test
    @DisplayName("最后一日收到、次日登记：以收到之日为准，须有收文编号或扫描件")
    void receivedOnTheLastDay() {
        ProcessInstance instance = published();
        TestClock.set(LocalDateTime.of(2026, 6, 8, 23, 59));
        assertThat(notices.workingDaysLeft(notice())).isZero();
        long objection = objection(A);
        TestClock.set(LocalDateTime.of(2026, 6, 9, 0, 0));
        assertThatThrownBy(() -> objection(B)).isInstanceOf(Refusal.class).hasMessageContaining("2026-06-08 24:00届满");
        LocalDate lastDay = LocalDate.of(2026, 6, 8);
        assertThatThrownBy(() -> notices.registerObjection(notice().id(), entry(B, "产值数据不实", lastDay), OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("请填写收文编号或者选择收件扫描件");
        assertThatThrownBy(() -> notices.registerObjection(
                        notice().id(), new ObjectionEntry(B, "张三", "1", "理由", lastDay, "", 4711L), OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("所选的收件扫描件不在案件" + B);
        long second = late(B, lastDay);
        assertThat(notices.objection(second).receiptNumber()).isEqualTo("收2026-118");
        execute(job(instance));
        assertThat(outcomes().values()).as("both wait for a ruling").containsOnly(PublicityOutcome.PENDING);
        assertThat(notices.objections(notice().id())).extracting(o -> o.id()).containsExactly(objection, second);
    }

    @Test
    @DisplayName("流程结束后、公布前补登记：公示结果重开，裁定后再定；公布以后不再登记")
    void reopened() {
        ProcessInstance instance = published();
        over(instance);
        assertThat(instance).isEnded();
        TestClock.set(LocalDate.of(2026, 6, 10));
        long first = late(A, LocalDate.of(2026, 6, 8));
        assertThat(outcomes())
                .containsEntry(A, PublicityOutcome.PENDING)
                .containsEntry(B, PublicityOutcome.NO_OBJECTION);
        ProcessInstance again = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(BATCH)
                .singleResult();
        long second = late(B, LocalDate.of(2026, 6, 5));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(BATCH)
                        .count())
                .as("one procedure for both")
                .isEqualTo(1);
        execute(job(again));
        assertThat(again)
                .isNotEnded()
                .hasPassedInOrder("event_outcomeReopened", "service_tellReopened", "event_reopeningTold");
        assertThat(told("province-leader"))
                .filteredOn(text -> text.contains("公示结果重开"))
                .hasSize(2);
        ruled(first, "DISMISSED");
        ruled(second, "UPHELD");
        assertThat(again).isEnded();
        assertThat(outcomes()).containsEntry(A, PublicityOutcome.DISMISSED).containsEntry(B, PublicityOutcome.UPHELD);
        assertThatThrownBy(() -> late(B, LocalDate.of(2026, 6, 5))).hasMessageContaining("已经裁定成立");
        assertThat(notices.openItems(notice()))
                .extracting(NoticeItem::caseNumber)
                .containsExactly(A);

        lists.settle(BATCH, List.of(A));
        assertThatThrownBy(() -> late(A, LocalDate.of(2026, 6, 8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("请发起“公布后异议”");
        assertThat(notices.openItems(notice())).isEmpty();
    }

    private List<String> told(String group) {
        return jdbc.sql("select text from notification where group_id = :group")
                .param("group", group)
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("异议人、理由和核实情况始终只有自治区看得到；告知申报主体的内容由经办另写")
    void whatTheApplicantIsTold() {
        published();
        ruled(objection(A), "DISMISSED");
        List<CaseEntry> entries = casework.entries(A);
        for (boolean closed : List.of(false, true)) {
            assertThat(entries)
                    .filteredOn(entry -> entry.readBy(LifeReader.UNIT, closed))
                    .extracting(CaseEntry::text)
                    .containsExactly(TOLD, "理由：DISMISSED");
            assertThat(entries)
                    .filteredOn(entry -> entry.readBy(LifeReader.REGION, closed))
                    .hasSize(4);
        }
        assertThat(told("county-640221")).singleElement().asString().contains(TOLD);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource({
        "NXJQ-2026-RD-00001, '', 2026-06-02, 请填写异议理由",
        "NXJQ-2026-RD-00001, 理由, , 请填写收到异议的日期",
        "NXJQ-2026-RD-00001, 理由, 2026-05-31, 早于公示发布日期",
        "NXJQ-2026-RD-00001, 理由, 2026-06-03, 晚于今天",
        "NXJQ-2026-RD-00009, 理由, 2026-06-02, 名单中没有案号",
    })
    void refusedObjections(String caseNumber, String grounds, LocalDate receivedOn, String message) {
        published();
        TestClock.set(LocalDate.of(2026, 6, 2));
        assertThatThrownBy(
                        () -> notices.registerObjection(notice().id(), entry(caseNumber, grounds, receivedOn), OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message);
        assertThat(notices.objections(notice().id())).isEmpty();
        assertThat(tasks.createTaskQuery().count()).isZero();
    }

    @Test
    @DisplayName("缺项、过长的异议，一次说清全部问题")
    void everythingThatIsMissing() {
        published();
        assertThatThrownBy(() -> notices.registerObjection(
                        notice().id(), new ObjectionEntry(A, " ", null, "长".repeat(4001), null), OFFICER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reasons()).hasSize(4));
    }

    @Test
    @DisplayName("名单上的公开内容不含异议人")
    void theObjectorIsNotPublic() {
        published();
        objection(A);
        assertThat(notice().toString()).doesNotContain("张三").doesNotContain("0951-0000000");
        assertThat(notice().items()).extracting(NoticeItem::clusterName).contains("平罗碳基材料集群");
    }

    @Test
    @DisplayName("没有拟定名单就不能公示")
    void nothingToPublish() {
        assertThatThrownBy(() -> notices.publish(BATCH, 5, null, "x")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest(name = "{0} {1}={2}: {3}")
    @CsvSource({
        "verify, facts, '', 必填",
        "verify, facts, LONG, 最多4000个字",
        "verify, toldToApplicant, '', 必填",
        "verify, toldToApplicant, LONG, 最多2000个字",
        "verify, ruling, UPHELD, 表单没有",
        "rule, ruling, MAYBE, 没有“MAYBE”这一选项",
        "rule, ruling, '', 必填",
        "rule, rulingReason, '', 必填",
        "rule, rulingReason, LONG, 最多2000个字",
        "rule, noticeId, 1, 表单没有",
    })
    void badForms(String step, String key, String value, String message) {
        published();
        long objection = objection(A);
        Map<String, Object> values = new HashMap<>(Map.of("facts", "经核实，情况如下", "toldToApplicant", TOLD));
        if (step.equals("rule")) {
            tasks.complete(taskOn(objection).getId(), values);
            values = new HashMap<>(Map.of("ruling", "UPHELD", "rulingReason", "理由充分"));
        }
        values.put(key, value.equals("LONG") ? "长".repeat(4001) : value);
        Map<String, Object> submitted = values;
        String task = taskOn(objection).getId();
        assertThatThrownBy(() -> tasks.complete(task, submitted))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining(message);
        assertThat(notices.objection(objection).ruling()).isNull();
    }
}
