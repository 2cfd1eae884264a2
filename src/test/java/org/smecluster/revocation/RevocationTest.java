package org.smecluster.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.smecluster.support.Desks.LEADER;
import static org.smecluster.support.Desks.OFFICER;
import static org.smecluster.support.Desks.OTHER_OFFICER;
import static org.smecluster.support.Desks.PINGLUO;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.casework.Casework;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.engine.Mailbox;
import org.smecluster.paper.PaperDraft;
import org.smecluster.paper.PaperKind;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterEvent;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.remedy.DecisionKind;
import org.smecluster.remedy.Remedies;
import org.smecluster.remedy.Remedy;
import org.smecluster.security.Account;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.Desks.Clerk;
import org.smecluster.support.PaperOnFile;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.smecluster.support.SpoiltForm;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
@DisplayName("第十七条：撤销认定，由人查实、告知、听取陈述申辩、审核和决定")
class RevocationTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 4, 6);
    /** As {@link CaseWalk#served} has it. */
    private static final String SERVED_NUMBER = "宁工信告〔2027〕3号";

    @Autowired
    RuntimeService runtime;

    @Autowired
    Desks desks;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    RevocationService revocations;

    @Autowired
    RevocationCauses causes;

    @Autowired
    Casework casework;

    @Autowired
    Cases cases;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Notifications notifications;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Remedies remedies;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private String cluster;

    @BeforeEach
    void recognised() {
        TestClock.set(LocalDate.of(2026, 6, 10));
        cluster = CaseWalk.recognised(registry);
        TestClock.set(TODAY);
    }

    private ProcessInstance startedByHand() {
        return desks.start(
                OFFICER,
                "revocation",
                "clusterNumber",
                cluster,
                "facts",
                List.of("REPORT_OVERDUE", "SUPERVISION_REFUSED"),
                "evidence",
                "三次催报未报，拒绝现场核查",
                "occurredOn",
                "2027-03-31");
    }

    private ProcessInstance reported(String cause, RevocationFact fact) {
        causes.report(new RevocationCause(cause, cluster, fact, "线索：" + cause, null, TODAY));
        return instance();
    }

    private ProcessInstance instance() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("revocation")
                .singleResult();
    }

    private String caseNumber() {
        return cases.ofCluster(cluster).get(0).caseNumber();
    }

    private void complete(String key, Clerk clerk, Object... values) {
        desks.complete(clerk, instance(), key, values);
    }

    private void establish(String fact, String value) {
        complete("task_establishFacts", OFFICER, fact, value, "findings", "经查，未在3月30日前报送", "evidence", "催报通知三份");
    }

    private void checkLegality(String legality, String opinion) {
        desks.complete(OTHER_OFFICER, instance(), "task_checkLegality", "legality", legality, "opinion", opinion);
    }

    /** @param document fields of the decision, key, value, … */
    private void decide(String decision, String reason, Object... document) {
        List<Object> fields = new ArrayList<>(List.of("decision", decision, "reason", reason));
        fields.addAll(List.of(document));
        if (decision.equals("REVOKE")) {
            fields.addAll(List.of("revocationConfirmed", true));
        }
        desks.complete(LEADER, instance(), "task_decideRevocation", fields.toArray());
    }

    private void keep(String why, String reason) {
        decide("NOT_REVOKE", reason, "notRevokedReason", why, "notRevokedBasis", "《中华人民共和国行政处罚法》第三十三条");
    }

    /** Newest first. */
    private List<String> toldTo(String group) {
        return notifications.forGroups(List.of(group), "reader", 0, 1000).stream()
                .map(Notification::text)
                .toList();
    }

    /** Both facts that an officer opened the case for. */
    private void establishBoth(String reportOverdue, String supervisionRefused) {
        complete(
                "task_establishFacts",
                OFFICER,
                "reportOverdue",
                reportOverdue,
                "supervisionRefused",
                supervisionRefused,
                "findings",
                "经查，未在3月30日前报送",
                "evidence",
                "催报通知三份");
    }

    private void toTheLeader(ProcessInstance instance) {
        establishBoth("true", "false");
        fromTheNoticeToTheLeader(instance);
    }

    private void serve(LocalDate day) {
        complete("task_serveNotice", OFFICER, CaseWalk.served(day));
    }

    private void fromTheNoticeToTheLeader(ProcessInstance instance) {
        serve(TestClock.today());
        complete("task_stateDefence", PINGLUO, "defence", "STATED", "statement", "数据当时正在核对");
        checkLegality("PASSED", "申辩不成立");
    }

    private CaseRecord theCase() {
        return casework.get(caseNumber());
    }

    @Test
    @DisplayName("立案、查实、告知、申辩、审核、决定撤销：名录当即更新，两级都被告知")
    void revoked() {
        ProcessInstance instance = startedByHand();
        assertThat(caseNumber()).isEqualTo("NXJQ-2027-CX-00001");
        assertThat(theCase().standing()).isEqualTo("待查实事实");
        toTheLeader(instance);
        decide("REVOKE", "逾期未报且拒不整改", "documentNumber", "宁工信企发〔2027〕9号", "documentDate", "2027-04-06");
        assertThat(registry.get(cluster).state()).isEqualTo(ClusterState.REVOKED);
        execute(job(instance));

        assertThat(instance).isEnded().hasPassed("event_clusterRevoked");
        ClusterEvent last = registry.life(cluster).orElseThrow().events().get(1);
        assertThat(last.article()).isEqualTo("第十七条(三)");
        assertThat(last.caseNumber()).isEqualTo(caseNumber());
        assertThat(theCase().outcome()).isEqualTo("REVOKED");
        assertThat(casework.entries(caseNumber()))
                .extracting(CaseEntry::title)
                .containsExactly("立案", "查实事实", "判定撤销情形", "送达事先告知书", "告知拟撤销的事实和理由", "陈述申辩", "合法性审核", "撤销决定", "结案");
        assertThat(notifications.forGroups(List.of("county-640221"), "pingluo", 0, 1000))
                .extracting(Notification::text)
                .anyMatch(text -> text.contains("2027-04-13"))
                .anyMatch(text -> text.contains("已撤销")
                        && text.contains("作出机关：宁夏回族自治区工业和信息化厅")
                        && text.contains("六十日")
                        && text.contains("待法制审核确认"));
        assertThat(casework.entries(caseNumber()))
                .filteredOn(entry -> entry.key().equals("decision-1"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.remedy())
                        .returns("宁夏回族自治区工业和信息化厅", Remedy::issuer)
                        .extracting(Remedy::text)
                        .asString()
                        .contains("行政诉讼法"));
        assertThat(notifications.forGroups(List.of("city-6402"), "city", 0, 1000))
                .extracting(Notification::text)
                .anyMatch(text -> text.contains("已撤销"));
    }

    @Test
    @DisplayName("事先告知书在送达以前就能生成，写明事实、依据、证据；决定书另写送达、申辩、理由和救济途径")
    void papers() {
        PaperOnFile papers = new PaperOnFile(context);
        Account officer = new Account("officer-1", "马晓燕", List.of("province-officer"));
        ProcessInstance instance = startedByHand();
        establishBoth("true", "false");
        PaperDraft notice = papers.draft(caseNumber(), PaperKind.REVOCATION_NOTICE, officer);
        assertThat(notice.facts().values())
                .containsEntry("依据", "第十七条(三)")
                .containsEntry("查明的事实", "经查，未在3月30日前报送")
                .containsEntry("证据", "催报通知三份");
        assertThat(notice.facts().lists().get("查明"))
                .containsExactly(Map.of("情形", "(三)未按要求及时报送", "结论", "属实"), Map.of("情形", "(三)不接受、不配合监督", "结论", "不属实"));
        papers.issue(caseNumber(), PaperKind.REVOCATION_NOTICE, SERVED_NUMBER, TODAY, officer);
        Object[] served = CaseWalk.served(TODAY);
        served[List.of(served).indexOf("noticeNumber") + 1] = "宁工信告〔2027〕99号";
        assertThatThrownBy(() -> complete("task_serveNotice", OFFICER, served))
                .hasMessageContaining("本案已出具事先告知书，文号是“" + SERVED_NUMBER + "”");
        fromTheNoticeToTheLeader(instance);
        decide("REVOKE", "逾期未报且拒不整改", "documentNumber", "宁工信企发〔2027〕9号", "documentDate", "2027-04-06");
        PaperDraft decision = papers.draft(caseNumber(), PaperKind.REVOCATION, officer);
        assertThat(decision.number()).isEqualTo("宁工信企发〔2027〕9号");
        assertThat(decision.facts().values())
                .containsEntry("陈述申辩", "数据当时正在核对")
                .containsEntry("理由", "逾期未报且拒不整改")
                .containsEntry("依据", "第十七条(三)")
                .containsKeys("救济途径", "送达日期", "告知书文号")
                .doesNotContainKey("听证");
    }

    @Test
    @DisplayName("期满未申辩的继续办理；决定不予撤销的，认定继续有效")
    void notRevoked() {
        ProcessInstance instance = reported("report:1", RevocationFact.REPORT_OVERDUE);
        establish("reportOverdue", "true");
        serve(TODAY);
        TestClock.set(LocalDate.of(2027, 4, 14));
        execute(job(instance));
        checkLegality("PASSED", "事实清楚");
        assertThatThrownBy(() -> decide("NOT_REVOKE", "系统故障所致，已补报"))
                .hasMessageContaining("不予撤销的事由")
                .hasMessageContaining("法律依据");
        keep("NO_FAULT", "系统故障所致，已补报");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("event_causeReported", "event_hearingEnded", "event_clusterNotRevoked");
        assertThat(registry.get(cluster).state()).isEqualTo(ClusterState.RECOGNISED);
        assertThat(theCase().outcomeReason()).isEqualTo("有证据足以证明申报主体没有过错（依据：《中华人民共和国行政处罚法》第三十三条）。系统故障所致，已补报");
        assertThat(casework.entries(caseNumber()))
                .filteredOn(entry -> entry.key().equals("decision-1"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.told())
                        .containsEntry("依据", "第十七条(三)")
                        .containsEntry("不予撤销的事由", "有证据足以证明申报主体没有过错")
                        .containsEntry("不予撤销的法律依据", "《中华人民共和国行政处罚法》第三十三条")
                        .doesNotContainKey("救济途径"));
        assertThat(toldTo("county-640221")).first().asString().contains("没有过错").doesNotContain("救济途径");
    }

    @Test
    @DisplayName("查无实据的结案，不告知拟撤销")
    void groundless() {
        ProcessInstance instance = reported("incident:1", RevocationFact.MAJOR_INCIDENT);
        establish("vetoed", "false");
        assertThat(instance).isEnded().hasPassed("event_noGroundFound");
        assertThat(theCase().outcome()).isEqualTo("NO_GROUND");
        assertThat(casework.entries(caseNumber())).extracting(CaseEntry::key).doesNotContain("notice-1");
    }

    @Test
    @DisplayName("限期整改：报告后再查；第二次期满未报告的同样再查")
    void corrected() {
        ProcessInstance instance = startedByHand();
        toTheLeader(instance);
        decide("CORRECT", "限期补报", "correctBy", "2027-05-06");
        complete("task_reportCorrection", PINGLUO, "report", "已补报");
        assertThat(instance).isWaitingAt("task_establishFacts");

        toTheLeader(instance);
        decide("CORRECT", "再限期整改", "correctBy", "2027-05-10");
        TestClock.set(LocalDate.of(2027, 5, 11));
        execute(job(instance));
        establishBoth("false", "false");

        assertThat(instance).isEnded().hasPassed("event_correctionEnded", "event_noGroundFound");
        assertThat(theCase().outcomeReason())
                .as("why there is no ground, and not why a correction was ordered before")
                .isEqualTo("经查，未在3月30日前报送");
        assertThat(casework.entries(caseNumber()))
                .extracting(CaseEntry::key)
                .contains("facts-1", "correction-1", "decision-1", "facts-2", "decision-2", "facts-3");
    }

    @Test
    @DisplayName("同一集群的两条线索是一个案件；重复报告不再立案")
    void twoGroundsAreOneCase() {
        ProcessInstance instance = reported("report:1", RevocationFact.REPORT_OVERDUE);
        assertThat(reported("change:1", RevocationFact.CHANGE_UNFILED).getId()).isEqualTo(instance.getId());
        assertThat(causes.report(
                        new RevocationCause("change:1", cluster, RevocationFact.CHANGE_UNFILED, "重复", null, TODAY)))
                .isFalse();
        mailbox.deliverWaiting();

        assertThat(cases.ofCluster(cluster)).hasSize(1);
        assertThat(instance).hasPassed("event_causeRecorded");
        assertThat(causes.ofCase(caseNumber()))
                .extracting(RevocationCause::cause)
                .containsExactly("report:1", "change:1");
        assertThat(casework.entries(caseNumber())).extracting(CaseEntry::title).containsExactly("立案", "并入新线索");

        assertThat(desks.offered(OFFICER, instance, "task_establishFacts", "causesListed"))
                .asString()
                .contains("report:1");
    }

    @Test
    @DisplayName("审核退回的重新查实；查实的人不能审核自己查实的事实")
    void returnedByTheLegalCheck() {
        ProcessInstance instance = startedByHand();
        establishBoth("false", "true");
        serve(TODAY);
        complete("task_stateDefence", PINGLUO, "defence", "NONE");
        assertThatThrownBy(() -> complete("task_checkLegality", OFFICER, "legality", "PASSED", "opinion", "同意"))
                .hasMessageContaining("其他经办人员");
        checkLegality("RETURNED", "证据不足");
        assertThat(instance).isWaitingAt("task_establishFacts");
    }

    @Test
    @DisplayName("已到期失效的集群：线索只留存，不立案；立案后失效的，不能再决定撤销")
    void noLongerInForce() {
        ProcessInstance instance = startedByHand();
        toTheLeader(instance);
        TestClock.set(LocalDate.of(2029, 6, 11));
        registry.lapse(cluster, LocalDate.of(2029, 6, 11));
        assertThatThrownBy(
                        () -> decide("REVOKE", "撤销", "documentNumber", "宁工信企发〔2029〕9号", "documentDate", "2029-06-11"))
                .hasMessageContaining("到期失效");
        keep("RECOGNITION_ENDED", "已到期失效");

        assertThat(causes.report(
                        new RevocationCause("late", cluster, RevocationFact.MAJOR_INCIDENT, "失效后的线索", null, TODAY)))
                .isTrue();
        assertThat(cases.open(CaseKind.CX, cluster)).isEmpty();
        assertThat(causes.open(cluster)).hasSize(1);
    }

    @Test
    @DisplayName("不能立案：没有这个编号、日期在后、已有案件在办")
    void refusedAtTheStart() {
        startedByHand();
        assertThatThrownBy(this::startedByHand).hasMessageContaining("NXJQ-2027-CX-00001");
        cluster = "NXJQ-640221-0009";
        assertThatThrownBy(this::startedByHand).hasMessageContaining("没有编号为NXJQ-640221-0009的集群");
        TestClock.set(LocalDate.of(2027, 3, 30));
        assertThatThrownBy(this::startedByHand).hasMessageContaining("晚于今天");
    }

    @Test
    @DisplayName("决定的日期：整改截止须晚于今天，撤销决定不得晚于今天；什么也没有查明的不能提交")
    void datesOfTheDecision() {
        ProcessInstance instance = startedByHand();
        assertThatThrownBy(() -> complete("task_establishFacts", OFFICER, "findings", "没有查明", "evidence", "没有"))
                .hasMessageContaining("至少要查明一项");
        toTheLeader(instance);
        assertThatThrownBy(() -> decide("CORRECT", "限期", "correctBy", "2027-04-06"))
                .hasMessageContaining("应晚于今天");
        assertThatThrownBy(
                        () -> decide("REVOKE", "撤销", "documentNumber", "宁工信企发〔2027〕9号", "documentDate", "2027-04-07"))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("晚于今天");
        assertThatThrownBy(() -> complete(
                        "task_decideRevocation",
                        LEADER,
                        "decision",
                        "REVOKE",
                        "reason",
                        "撤销",
                        "documentNumber",
                        "宁工信企发〔2027〕9号",
                        "documentDate",
                        "2027-04-06"))
                .as("not confirmed")
                .hasMessageContaining("确认撤销认定");
        assertThat(registry.get(cluster).state()).isEqualTo(ClusterState.RECOGNISED);
    }

    @Test
    @DisplayName("每一条线索都要查实：有一条没有选“属实”或“不属实”的，不能提交，并说明是哪一条")
    void everyCauseIsLookedAt() {
        ProcessInstance instance = reported("report:1", RevocationFact.REPORT_OVERDUE);
        reported("incident:1", RevocationFact.MAJOR_INCIDENT);
        reported("standards:1", RevocationFact.STANDARDS_NOT_MET);
        assertThatThrownBy(() -> establish("reportOverdue", "false"))
                .hasMessageContaining("第十七条(五)")
                .hasMessageContaining("第十七条(一)");
        assertThat(instance).isWaitingAt("task_establishFacts");
        assertThat(casework.entries(caseNumber())).extracting(CaseEntry::key).doesNotContain("facts-1");
    }

    @Test
    @DisplayName("查实以后收到的线索：没有查实就不能决定不予撤销；退回查实后一并决定，仍是一个案件")
    void aCauseThatCameAfterTheFacts() {
        ProcessInstance instance = reported("report:1", RevocationFact.REPORT_OVERDUE);
        establish("reportOverdue", "true");
        fromTheNoticeToTheLeader(instance);
        reported("incident:1", RevocationFact.MAJOR_INCIDENT);
        assertThatThrownBy(() -> keep("CORRECTED", "已补报"))
                .hasMessageContaining("发生第十条所列事故、事件或行为")
                .hasMessageContaining("退回查实");
        assertThat(theCase().closed()).isFalse();

        complete("task_decideRevocation", LEADER, "decision", "RETURN", "reason", "新线索尚未查实");
        complete(
                "task_establishFacts",
                OFFICER,
                "reportOverdue",
                "true",
                "vetoed",
                "true",
                "findings",
                "两项均属实",
                "evidence",
                "通报");
        fromTheNoticeToTheLeader(instance);
        assertThatThrownBy(() -> keep("RECOGNITION_ENDED", "均已整改")).hasMessageContaining("认定仍然有效");
        keep("CORRECTED", "均已整改");

        assertThat(instance).isEnded().hasPassed("event_clusterNotRevoked");
        assertThat(cases.ofCluster(cluster)).hasSize(1);
        assertThat(casework.entries(caseNumber()))
                .filteredOn(entry -> entry.key().equals("notice-2"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).contains("第十七条(三)、第十七条(五)"));
    }

    @Test
    @DisplayName("表单容得下的文字都存得下：线索、查明的事实、申辩、审核意见和理由均写满")
    void longTexts() {
        String two = "长".repeat(2000);
        String four = "长".repeat(4000);
        ProcessInstance instance = desks.start(
                OFFICER,
                "revocation",
                "clusterNumber",
                cluster,
                "facts",
                List.of("REPORT_OVERDUE", "SUPERVISION_REFUSED", "CHANGE_UNFILED"),
                "evidence",
                two,
                "occurredOn",
                "2027-03-31");
        complete(
                "task_establishFacts",
                OFFICER,
                "reportOverdue",
                "true",
                "supervisionRefused",
                "true",
                "changeUnfiled",
                "false",
                "findings",
                four,
                "evidence",
                four);
        assertThat(desks.offered(OFFICER, instance, "task_serveNotice", "noticeDraft"))
                .asString()
                .hasSizeLessThan(4000)
                .contains("全文见");
        serve(TODAY);
        complete("task_stateDefence", PINGLUO, "defence", "STATED", "statement", four);
        complete("task_checkLegality", OTHER_OFFICER, "legality", "PASSED", "opinion", two);
        complete(
                "task_decideRevocation",
                LEADER,
                "decision",
                "REVOKE",
                "revocationConfirmed",
                true,
                "reason",
                two,
                "documentNumber",
                "宁工信企发〔2027〕9号",
                "documentDate",
                "2027-04-06");
        execute(job(instance));
        assertThat(instance).isEnded().hasPassed("event_clusterRevoked");
        assertThat(casework.entries(caseNumber()))
                .filteredOn(entry -> entry.key().equals("notice-1"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).contains(four));
    }

    @Test
    @DisplayName("撤销决定的日期不得早于听取陈述申辩的日期")
    void decidedAfterTheHearing() {
        ProcessInstance instance = startedByHand();
        toTheLeader(instance);
        TestClock.set(LocalDate.of(2027, 4, 8));
        assertThatThrownBy(() -> complete(
                        "task_decideRevocation",
                        LEADER,
                        "decision",
                        "REVOKE",
                        "revocationConfirmed",
                        true,
                        "reason",
                        "撤销",
                        "documentNumber",
                        "宁工信企发〔2027〕9号",
                        "documentDate",
                        "2027-04-05"))
                .hasMessageContaining("2027-04-05")
                .hasMessageContaining("陈述申辩");
        assertThat(registry.get(cluster).state()).isEqualTo(ClusterState.RECOGNISED);
    }

    @Test
    @DisplayName("线索到达时本案正在办结：线索不落在已办结的案件里，另有人查实")
    void aCauseWhileTheCaseIsEnding() throws Exception {
        ProcessInstance instance = reported("report:1", RevocationFact.REPORT_OVERDUE);
        establish("reportOverdue", "true");
        fromTheNoticeToTheLeader(instance);
        String first = caseNumber();
        Thread reporter = new Thread(() -> causes.report(
                new RevocationCause("incident:1", cluster, RevocationFact.MAJOR_INCIDENT, "事故", null, TODAY)));
        transactions.executeWithoutResult(status -> {
            keep("CORRECTED", "已补报");
            reporter.start();
            awaitBlocked();
        });
        reporter.join();

        assertThat(casework.get(first).closed()).isTrue();
        assertThat(cases.open(CaseKind.CX, cluster)).singleElement().satisfies(second -> assertThat(
                        causes.ofCase(second.caseNumber()))
                .extracting(RevocationCause::cause)
                .containsExactly("incident:1"));
    }

    @Test
    @DisplayName("期限自送达次日起算：送达当日不计，满5个工作日的当天24:00前可以陈述申辩；补登记的从送达之日算")
    void thePeriodRunsFromTheService() {
        ProcessInstance instance = startedByHand();
        establishBoth("true", "false");
        TestClock.set(LocalDate.of(2027, 4, 9));
        assertThat(instance).isWaitingAt("task_serveNotice");
        serve(LocalDate.of(2027, 4, 7));

        assertThat(desks.task(PINGLUO, instance, "task_stateDefence").getDueDate())
                .as("7 April is not counted, the days after are: 8, 9, 12, 13, 14")
                .isEqualTo("2027-04-14T23:59:59");
        assertThat(entry("service-1").told())
                .containsEntry("送达方式", "直接送达")
                .containsEntry("送达日期", "2027-04-07")
                .containsEntry("受送达人", "平罗县工业和信息化局，办公室主任李某")
                .containsEntry("送达凭证", "送达回证第3号，存本案卷")
                .containsEntry("告知书文号", "宁工信告〔2027〕3号");
        assertThat(entry("notice-1").told()).containsEntry("陈述申辩截止", "2027-04-14 24:00");
        TestClock.set(LocalDate.of(2027, 4, 14).atTime(23, 59));
        desks.runDue();
        assertThat(instance).as("the last day").isWaitingAt("task_stateDefence");
        assertThatThrownBy(() -> revocations.recordSilence(caseNumber(), 1))
                .as("whatever the model says")
                .hasMessageContaining("2027-04-14 24:00届满")
                .hasMessageContaining("第十七条");
        TestClock.set(LocalDate.of(2027, 4, 15).atStartOfDay());
        desks.runDue();
        assertThat(instance).isWaitingAt("task_checkLegality").hasPassed("event_hearingEnded");
    }

    @Test
    @DisplayName("送达登记：早于查实、晚于今天、期限已过、缺项的都不成立，任务仍在；期限最后一天登记的成立")
    void servicesThatDoNotCount() {
        ProcessInstance instance = startedByHand();
        establishBoth("true", "false");
        assertThatThrownBy(() -> serve(TODAY.minusDays(1))).hasMessageContaining("查实事实之日（2027-04-06）");
        assertThatThrownBy(() -> serve(TODAY.plusDays(1))).hasMessageContaining("至今天（2027-04-06）");
        assertThatThrownBy(() -> complete("task_serveNotice", OFFICER, "servedOn", TODAY.toString()))
                .hasMessageContaining("文号")
                .hasMessageContaining("送达方式")
                .hasMessageContaining("受送达人")
                .hasMessageContaining("送达凭证");
        assertThat(RestCall.as("officer-1", port)
                        .post(
                                "/task/"
                                        + desks.task(OFFICER, instance, "task_serveNotice")
                                                .getId() + "/submit-form",
                                SpoiltForm.asTasklistSends(Map.of("servedOn", TODAY.toString()))))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.body()).contains("送达方式"));
        TestClock.set(LocalDate.of(2027, 4, 14));
        assertThatThrownBy(() -> serve(TODAY))
                .hasMessageContaining("已于2027-04-13届满")
                .hasMessageContaining("重新送达");
        assertThat(instance).isWaitingAt("task_serveNotice");
        assertThat(casework.entries(caseNumber())).extracting(CaseEntry::key).doesNotContain("service-1", "notice-1");

        TestClock.set(LocalDate.of(2027, 4, 13).atTime(23, 0));
        serve(TODAY);
        assertThat(instance).isWaitingAt("task_stateDefence");
    }

    @Test
    @DisplayName("听证只由合法性审核决定：告知两级，举行后回到审核；决定日期不得早于听证")
    void hearing() {
        ProcessInstance instance = startedByHand();
        establishBoth("true", "false");
        serve(TODAY);
        complete("task_stateDefence", PINGLUO, "defence", "STATED", "statement", "请求听证");
        assertThatThrownBy(() -> complete("task_checkLegality", OFFICER, "legality", "HEARING", "opinion", "事实有争议"))
                .hasMessageContaining("其他经办人员");
        TestClock.set(LocalDate.of(2027, 4, 8));
        checkLegality("HEARING", "事实有争议，听取各方意见");
        assertThat(instance).isWaitingAt("task_holdHearing");
        assertThat(theCase().standing()).isEqualTo("待举行听证");
        assertThat(toldTo("county-640221")).first().asString().contains("组织听证").contains("事实有争议");
        assertThat(toldTo("city-6402")).first().asString().contains("组织听证");

        TestClock.set(LocalDate.of(2027, 4, 20));
        assertThatThrownBy(() -> hold("2027-04-07", "纳玉洁")).hasMessageContaining("2027-04-08");
        assertThatThrownBy(() -> hold("2027-04-21", "纳玉洁")).hasMessageContaining("2027-04-20");
        assertThatThrownBy(() -> hold("2027-04-19", entry("facts-1").authorName()))
                .as("who established the facts does not preside")
                .hasMessageContaining("其他人员主持");
        assertThatThrownBy(() -> complete("task_holdHearing", OFFICER, "heldOn", "2027-04-19"))
                .hasMessageContaining("主持人")
                .hasMessageContaining("听证笔录");
        hold("2027-04-19", "纳玉洁");
        assertThat(instance).isWaitingAt("task_checkLegality");
        checkLegality("PASSED", "听证后事实清楚");
        assertThatThrownBy(
                        () -> decide("REVOKE", "撤销", "documentNumber", "宁工信企发〔2027〕9号", "documentDate", "2027-04-19"))
                .hasMessageContaining("听证");
        decide("REVOKE", "撤销", "documentNumber", "宁工信企发〔2027〕9号", "documentDate", "2027-04-20");
        assertThat(casework.entries(caseNumber()))
                .extracting(CaseEntry::title)
                .containsSubsequence("陈述申辩", "决定组织听证", "听证", "合法性审核", "撤销决定");
    }

    private void hold(String day, String presider) {
        complete(
                "task_holdHearing",
                OFFICER,
                "heldOn",
                day,
                "place",
                "厅机关三楼会议室",
                "presider",
                presider,
                "participants",
                "平罗县工信局李某，查实人员，记录人",
                "minutes",
                "各方陈述、质证，笔录经核对签字，存本案卷");
    }

    private CaseEntry entry(String key) {
        return casework.entries(caseNumber()).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("法制审核改了救济途径：以后的决定载明新的文字，以前的不变；限期整改也载明")
    void theTextOfTheDay() {
        ProcessInstance instance = startedByHand();
        toTheLeader(instance);
        decide("CORRECT", "限期补报", "correctBy", "2027-05-06");
        assertThat(toldTo("county-640221"))
                .first()
                .asString()
                .contains("2027-05-06")
                .contains("六十日");
        complete("task_reportCorrection", PINGLUO, "report", "已补报");
        remedies.enter(DecisionKind.CORRECTION_ORDERED, "可以向本厅提出异议。", "本办法第十七条", true, 1, OTHER_OFFICER.account());
        toTheLeader(instance);
        decide("CORRECT", "再限期整改", "correctBy", "2027-05-10");

        assertThat(entry("decision-1").remedy().text()).contains("六十日").endsWith("（本段文字待法制审核确认）");
        assertThat(entry("decision-2").remedy().text()).isEqualTo("可以向本厅提出异议。（依据：本办法第十七条）");
    }

    @Test
    @DisplayName("按上一版流程已经立案的继续办理：没有送达和听证两步，不能选听证，其余照旧")
    void casesOfTheModelBefore() {
        repository
                .createDeployment()
                .name("before")
                .addClasspathResource("revocation/revocation-1.1.bpmn")
                .deploy();
        ProcessInstance instance = startedByHand();
        establishBoth("true", "false");
        execute(job(instance));
        assertThat(instance).isWaitingAt("task_stateDefence").hasPassed("service_notifyCluster");
        assertThat(entry("notice-1").told()).containsEntry("陈述申辩截止", "2027-04-13 24:00");
        complete("task_stateDefence", PINGLUO, "defence", "NONE");
        assertThatThrownBy(() -> checkLegality("HEARING", "事实有争议")).hasMessageContaining("旧版本");
        checkLegality("PASSED", "事实清楚");
        keep("CORRECTED", "已补报");
        assertThat(instance).isEnded().hasPassed("event_clusterNotRevoked");
    }

    /** Until another transaction waits for a lock. */
    private void awaitBlocked() {
        long giveUp = System.nanoTime() + 10_000_000_000L;
        while (jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                == 0) {
            assertThat(System.nanoTime()).as("the reporter waits for the case").isLessThan(giveUp);
            Thread.onSpinWait();
        }
    }
}
