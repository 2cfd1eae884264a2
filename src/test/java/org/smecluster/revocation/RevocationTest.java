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
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterEvent;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.Desks.Clerk;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
@DisplayName("第十七条：撤销认定，由人查实、告知、听取陈述申辩、审核和决定")
class RevocationTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 4, 6);

    @Autowired
    RuntimeService runtime;

    @Autowired
    Desks desks;

    @Autowired
    ClusterRegistry registry;

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

    private void fromTheNoticeToTheLeader(ProcessInstance instance) {
        execute(job(instance));
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
                .containsExactly("立案", "查实事实", "告知拟撤销的事实和理由", "陈述申辩", "合法性审核", "撤销决定", "结案");
        assertThat(notifications.forGroups(List.of("county-640221"), "pingluo", 0, 1000))
                .extracting(Notification::text)
                .anyMatch(text -> text.contains("2027-04-13"))
                .anyMatch(text -> text.contains("已撤销"));
        assertThat(notifications.forGroups(List.of("city-6402"), "city", 0, 1000))
                .extracting(Notification::text)
                .anyMatch(text -> text.contains("已撤销"));
    }

    @Test
    @DisplayName("期满未申辩的继续办理；决定不予撤销的，认定继续有效")
    void notRevoked() {
        ProcessInstance instance = reported("report:1", RevocationFact.REPORT_OVERDUE);
        establish("reportOverdue", "true");
        execute(job(instance));
        TestClock.set(LocalDate.of(2027, 4, 14));
        execute(job(instance));
        checkLegality("PASSED", "事实清楚");
        decide("NOT_REVOKE", "系统故障所致，已补报");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("event_causeReported", "event_hearingEnded", "event_clusterNotRevoked");
        assertThat(registry.get(cluster).state()).isEqualTo(ClusterState.RECOGNISED);
        assertThat(theCase().outcomeReason()).isEqualTo("系统故障所致，已补报");
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
        execute(job(instance));
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
        decide("NOT_REVOKE", "已到期失效");

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
        assertThatThrownBy(() -> complete("task_decideRevocation", LEADER, "decision", "NOT_REVOKE", "reason", "已补报"))
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
        complete("task_decideRevocation", LEADER, "decision", "NOT_REVOKE", "reason", "均已整改");

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
        execute(job(instance));
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
            complete("task_decideRevocation", LEADER, "decision", "NOT_REVOKE", "reason", "已补报");
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
