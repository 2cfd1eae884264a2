package org.smecluster.renewal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.smecluster.support.Altered.but;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.engine.Messages;
import org.smecluster.registry.ClusterEvent;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.renewal.TermService;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("第十四条：有效期三年，期满前两次提醒，届满未延长的等待复核轮次")
class ClusterTermTest {

    private static final String REVIEW = "NXJQ-2029-FH-00001";

    @Autowired
    RuntimeService runtime;

    @Autowired
    Messages messages;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    TermService terms;

    @Autowired
    Notifications notifications;

    @Autowired
    Desks desks;

    private ClusterRecord cluster;

    @BeforeEach
    void recognised() {
        TestClock.set(LocalDate.of(2026, 6, 10));
        cluster = registry.register(CaseWalk.recognition(TestClock.today()));
    }

    private ProcessInstance started() {
        Map<String, Object> variables =
                Map.of("clusterNumber", cluster.clusterNumber(), "termEnd", "2029-06-11T00:00:00+08:00");
        messages.start(ClusterTermSteps.STARTED, "clusterTerm", cluster.clusterNumber(), variables);
        messages.start(ClusterTermSteps.STARTED, "clusterTerm", cluster.clusterNumber(), variables);
        ProcessInstance term = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(cluster.clusterNumber())
                .singleResult();
        execute(job(term));
        return term;
    }

    private LocalDate due(ProcessInstance term) {
        return LocalDate.ofInstant(job(term).getDuedate().toInstant(), ZoneId.of("Asia/Shanghai"));
    }

    @Test
    @DisplayName("届满前180日和60日告知申报主体和市级，届满次日零时转为到期待复核；不再复核的失效")
    void remindersAndLapse() {
        assertThat(cluster.termEndsOn()).isEqualTo(LocalDate.of(2029, 6, 10));
        ProcessInstance term = started();
        assertThat(due(term)).isEqualTo(LocalDate.of(2028, 12, 12));
        execute(job(term));
        execute(job(term));
        assertThat(due(term)).isEqualTo(LocalDate.of(2029, 4, 11));
        execute(job(term));
        execute(job(term));
        assertThat(notifications.ofCase(cluster.clusterNumber(), "x"))
                .extracting(Notification::groupId)
                .containsExactly("county-640221", "city-6402", "county-640221", "city-6402");
        assertThat(notifications.ofCase(cluster.clusterNumber(), "x"))
                .allMatch(told -> told.text().contains("2029年6月10日届满"));
        assertThat(due(term)).isEqualTo(LocalDate.of(2029, 6, 11));
        assertThat(registry.get(cluster.clusterNumber()).state()).isEqualTo(ClusterState.RECOGNISED);

        TestClock.set(LocalDate.of(2029, 6, 11));
        execute(job(term));
        execute(job(term));
        assertThat(term)
                .isWaitingAt("event_reviewFailed")
                .hasPassedInOrder(
                        "event_termStarted",
                        "service_scheduleReminders",
                        "event_firstReminderDue",
                        "service_remindFirst",
                        "event_secondReminderDue",
                        "service_remindAgain",
                        "event_termEnded",
                        "gateway_reviewUnderWay",
                        "service_lapseCluster",
                        "gateway_awaitsReview");
        assertThat(registry.get(cluster.clusterNumber()).state()).isEqualTo(ClusterState.AWAITING_REVIEW);
        List<ClusterEvent> events =
                registry.life(cluster.clusterNumber()).orElseThrow().events();
        assertThat(events)
                .extracting(ClusterEvent::state)
                .containsExactly(ClusterState.RECOGNISED, ClusterState.AWAITING_REVIEW);
        assertThat(events.get(1).happenedOn()).isEqualTo(LocalDate.of(2029, 6, 11));
        assertThat(events.get(1).article()).isEqualTo("第十四条");
        assertThat(notifications.forGroups(List.of("city-6402"), "x", 0, 1000)).hasSize(3);
        messages.send("renewal.notExtended", cluster.clusterNumber(), Map.of());
        assertThat(term).isEnded().hasPassed("event_lapsedAfterReview");
    }

    @Test
    @DisplayName("届满前延长：自原届满日再监督三年，届满才等待下一次复核")
    void extended() {
        ProcessInstance term = started();
        String number = cluster.clusterNumber();
        assertThat(registry.life(number).orElseThrow().terms().get(0).reviewOpenOn())
                .isEqualTo(LocalDate.of(2028, 12, 12));
        TestClock.set(LocalDate.of(2028, 12, 12));
        registry.beginReview(number, REVIEW, LocalDate.of(2028, 12, 12));
        registry.extend(number, REVIEW, LocalDate.of(2029, 3, 1), "宁工信企发〔2029〕8号");
        messages.send("renewal.extended", number, Map.of());
        desks.runDue();
        assertThat(term).isWaitingAt("event_firstReminderDue");
        assertThat(due(term)).isEqualTo(LocalDate.of(2031, 12, 13));

        TestClock.set(LocalDate.of(2032, 6, 11));
        desks.runDue();
        assertThat(term).isWaitingAt("event_reviewFailed").hasPassed("gateway_awaitsReview");
        assertThat(registry.get(number).state()).isEqualTo(ClusterState.AWAITING_REVIEW);
    }

    @Test
    @DisplayName("届满时复核在办：保持复核中；以后未通过的，流程随之结束")
    void reviewUnderWayAtTheEnd() {
        ProcessInstance term = started();
        String number = cluster.clusterNumber();
        registry.beginReview(number, REVIEW, LocalDate.of(2029, 6, 1));
        TestClock.set(LocalDate.of(2029, 6, 11));
        desks.runDue();
        assertThat(term)
                .hasPassed("gateway_reviewUnderWay")
                .hasNotPassed("service_lapseCluster")
                .isWaitingAt("event_reviewFailed");
        assertThat(registry.get(number).state()).isEqualTo(ClusterState.UNDER_REVIEW);

        registry.endReview(number, REVIEW, LocalDate.of(2029, 7, 1), "复核未通过", false);
        messages.send("renewal.notExtended", number, Map.of());
        assertThat(term).isEnded().hasPassed("event_lapsedAfterReview");
        assertThat(registry.get(number).state()).isEqualTo(ClusterState.LAPSED);
    }

    @Test
    @DisplayName("撤销的，不再监督有效期")
    void revoked() {
        ProcessInstance term = started();
        registry.revoke(
                cluster.clusterNumber(),
                "NXJQ-2027-CX-00001",
                LocalDate.of(2027, 5, 1),
                "虚假申报",
                "第十七条(二)",
                "宁工信企发〔2027〕9号");
        messages.send("cluster.revoked", cluster.clusterNumber(), Map.of());
        assertThat(term).isEnded().hasPassed("event_termCutShort");
    }

    @Test
    @DisplayName("登记两次仍是同一集群、同一编号；同一县第二个集群编号连续")
    void registeringTwiceChangesNothing() {
        ClusterRecord again = registry.register(
                but(CaseWalk.recognition(LocalDate.of(2026, 7, 1)), "name", "别的名称", "leadingIndustry", "别的产业"));
        assertThat(again).isEqualTo(cluster);
        assertThat(registry.life(again.clusterNumber()).orElseThrow().terms()).hasSize(1);
        ClusterRecord second = registry.register(but(
                CaseWalk.recognition(LocalDate.of(2026, 6, 10)),
                "caseNumber",
                "NXJQ-2026-RD-00002",
                "name",
                "平罗新材料集群"));
        assertThat(cluster.clusterNumber()).isEqualTo("NXJQ-640221-0001");
        assertThat(second.clusterNumber()).isEqualTo("NXJQ-640221-0002");
    }

    @Test
    @DisplayName("复核在办的不登记失效，由查问在先的流程保证")
    void noLapseDuringAReview() {
        started();
        String number = cluster.clusterNumber();
        registry.beginReview(number, REVIEW, LocalDate.of(2029, 6, 1));
        assertThat(terms.reviewUnderWay(number)).isTrue();
        TestClock.set(LocalDate.of(2029, 6, 11));
        assertThatThrownBy(() -> terms.endTerm(number)).hasMessageContaining("复核在办");
        assertThat(registry.get(number).state()).isEqualTo(ClusterState.UNDER_REVIEW);
    }

    @Test
    @DisplayName("有效期尚未届满的不登记失效")
    void noLapseBeforeTheEnd() {
        registry.lapse(cluster.clusterNumber(), LocalDate.of(2029, 6, 10));
        assertThat(registry.get(cluster.clusterNumber()).state()).isEqualTo(ClusterState.RECOGNISED);
    }
}
