package org.smecluster.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.smecluster.support.Desks.LEADER;
import static org.smecluster.support.Desks.OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.casework.Cases;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.engine.Mailbox;
import org.smecluster.engine.Messages;
import org.smecluster.incident.IncidentRegister;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterEvent;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterRights;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.Recognition;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.Incidents;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RenewalWalk;
import org.smecluster.support.ReportWalk;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("第十四条：复核由自治区统一组织，届满而轮次未到的等待复核")
class ReviewRoundTest {

    private static final LocalDate RECOGNISED = LocalDate.of(2026, 6, 15);
    private static final LocalDate TERM_END = LocalDate.of(2029, 6, 15);

    @Autowired
    ApplicationContext context;

    @Autowired
    Desks desks;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    ClusterRights rights;

    @Autowired
    ReviewRounds rounds;

    @Autowired
    Cases cases;

    @Autowired
    RevocationCauses causes;

    @Autowired
    Messages messages;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    Notifications notifications;

    private String cluster;
    private ProcessInstance term;

    @BeforeEach
    void recognised() {
        TestClock.set(RECOGNISED);
        cluster = registered("NXJQ-2026-RD-00099", "平罗碳基材料集群");
        term = term(cluster);
    }

    private String registered(String sourceCase, String name) {
        ClusterRecord registered = registry.register(new Recognition(
                sourceCase, name, "碳基材料", "640221", "6402", "county-640221", TestClock.today(), "宁工信企发〔2026〕30号"));
        messages.start(
                "clusterTerm.started",
                "clusterTerm",
                registered.clusterNumber(),
                Map.of("clusterNumber", registered.clusterNumber(), "termEnd", "2029-06-16T00:00:00+08:00"));
        desks.runDue();
        return registered.clusterNumber();
    }

    private ProcessInstance term(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
    }

    private RenewalWalk walk() {
        return RenewalWalk.in(context).of(cluster);
    }

    private void on(LocalDate day) {
        TestClock.set(day);
        desks.runDue();
    }

    private ClusterState state() {
        return registry.get(cluster).state();
    }

    private List<String> told() {
        return notifications.ofCase(cluster, "x").stream()
                .filter(each -> each.groupId().equals("county-640221"))
                .map(Notification::text)
                .toList();
    }

    @Test
    @DisplayName("申请期跨过届满日：首日前、末日后不能申请，首日、末日可以；届满后在申请期内申请，通过的仍自原届满日起延长")
    void aWindowAcrossTheEndOfTheTerm() {
        LocalDate first = LocalDate.of(2029, 6, 1);
        LocalDate last = LocalDate.of(2029, 7, 10);
        on(LocalDate.of(2029, 5, 20));
        assertThatThrownBy(() -> walk().appliedInRound()).hasMessageContaining("目前没有正在受理的复核轮次");
        RenewalWalk round = walk().roundOpened(first, last);
        assertThat(told()).last().asString().contains("宁工信企发〔2029〕5号").contains("2029年6月1日至2029年7月10日");
        on(first.minusDays(1));
        assertThatThrownBy(() -> walk().appliedInRound())
                .hasMessageContaining("申请期为2029-06-01至2029-07-10")
                .hasMessageContaining("第十四条");
        on(first);
        walk().appliedInRound().submitted().withdrawn();
        assertThat(state()).isEqualTo(ClusterState.RECOGNISED);

        on(TERM_END);
        assertThat(state()).isEqualTo(ClusterState.RECOGNISED);
        on(TERM_END.plusDays(1));
        assertThat(state()).isEqualTo(ClusterState.AWAITING_REVIEW);
        walk().appliedInRound().submitted().withdrawn();
        assertThat(state()).as("the round is open").isEqualTo(ClusterState.AWAITING_REVIEW);

        on(last);
        RenewalWalk late = walk().appliedInRound();
        assertThat(state()).as("until the data are submitted").isEqualTo(ClusterState.AWAITING_REVIEW);
        late.submitted();
        assertThat(state()).isEqualTo(ClusterState.UNDER_REVIEW);
        on(last.plusDays(1));
        assertThat(round.round()).isEnded().hasPassed("event_windowClosed", "service_closeRound", "event_roundClosed");
        assertThat(state()).as("waits for its outcome").isEqualTo(ClusterState.UNDER_REVIEW);
        assertThat(rights.publicly(registry.get(cluster))).contains("有效期已满，待复核");

        late.passed();
        desks.runDue();
        assertThat(registry.get(cluster).termEndsOn()).isEqualTo(LocalDate.of(2032, 6, 15));
        assertThat(state()).isEqualTo(ClusterState.RECOGNISED);
        assertThat(term).isWaitingAt("event_firstReminderDue");
        assertThat(mailbox.waiting()).isZero();
    }

    @Test
    @DisplayName("末日以后：不能申请，没有提交的不能再提交；到期待复核的失效，复核在办的等结论，未通过的失效")
    void afterTheWindow() {
        LocalDate last = TERM_END.plusDays(20);
        on(LocalDate.of(2029, 6, 1));
        walk().roundOpened(LocalDate.of(2029, 6, 1), last);
        String other = registeredBefore("NXJQ-2026-RD-00098", "平罗新材料集群");
        RenewalWalk underReview =
                RenewalWalk.in(context).of(other).appliedInRound().submitted();
        on(last);
        RenewalWalk unsubmitted = walk().appliedInRound().declared(RenewalWalk.MEETS_ALL);
        TestClock.set(last.plusDays(1).atStartOfDay());
        assertThatThrownBy(() -> unsubmitted.complete(
                        unsubmitted.unit(),
                        "task_confirmAndSubmit",
                        "nextStep",
                        "SUBMIT",
                        "truthfulnessCommitted",
                        true))
                .hasMessageContaining(last + " 24:00截止");
        desks.runDue();
        assertThat(unsubmitted.record().outcome()).isEqualTo("LAPSED");
        assertThat(state()).isEqualTo(ClusterState.LAPSED);
        assertThat(term).isEnded().hasPassed("gateway_awaitsReview", "event_lapsedAfterReview");
        assertThat(told()).last().asString().contains("已截止").contains("失效");
        ClusterEvent lapsed = registry.life(cluster).orElseThrow().events().get(2);
        assertThat(lapsed.happenedOn()).isEqualTo(last.plusDays(1));
        assertThatThrownBy(() -> walk().appliedInRound()).hasMessageContaining("到期失效");

        assertThat(registry.get(other).state()).isEqualTo(ClusterState.UNDER_REVIEW);
        underReview.notPassed();
        assertThat(registry.get(other).state()).isEqualTo(ClusterState.LAPSED);
        assertThat(mailbox.waiting()).isZero();
    }

    private String registeredBefore(String sourceCase, String name) {
        LocalDate today = TestClock.today();
        TestClock.set(RECOGNISED);
        String number = registered(sourceCase, name);
        on(today);
        return number;
    }

    @Test
    @DisplayName("届满时没有轮次的到期待复核：照常报送和登记事故；不推荐国家级，不撤销，不入库；名单注明；轮次已截止的，届满即失效")
    void awaitsItsRound() {
        on(TERM_END.plusDays(1));
        ClusterRecord waiting = registry.get(cluster);
        assertThat(waiting.state()).isEqualTo(ClusterState.AWAITING_REVIEW);
        assertThat(told()).last().asString().contains("到期待复核");
        assertThat(rights.publicly(waiting)).contains("有效期已满，待复核");
        assertThat(rights.publiclyListed())
                .containsExactlyInAnyOrder(
                        ClusterState.RECOGNISED, ClusterState.UNDER_REVIEW, ClusterState.AWAITING_REVIEW);
        Incidents.entered(
                context.getBean(IncidentRegister.class),
                cluster,
                IncidentType.SAFETY,
                IncidentLevel.MAJOR,
                TERM_END.plusDays(1));
        assertThat(causes.ofCluster(cluster)).isEmpty();
        assertThat(cases.open(CaseKind.CX, cluster)).isEmpty();
        assertThatThrownBy(() -> CaseWalk.groundsFound(desks, cluster))
                .hasMessageContaining("到期待复核")
                .hasMessageContaining("第十七条");
        on(LocalDate.of(2030, 1, 1));
        ReportWalk.in(context).begunWithoutJobs();
        desks.runDue();
        assertThat(cases.open(CaseKind.BS, cluster)).as("an annual report").hasSize(1);

        walk().roundOpened(LocalDate.of(2030, 1, 1), LocalDate.of(2030, 1, 31));
        on(LocalDate.of(2030, 2, 1));
        assertThat(state()).isEqualTo(ClusterState.LAPSED);
        assertThat(cases.open(CaseKind.BS, cluster))
                .as("not asked for any more")
                .isEmpty();

        String second = registeredOn(LocalDate.of(2030, 2, 10));
        on(LocalDate.of(2032, 12, 1));
        RenewalWalk.in(context).of(second).roundOpened(LocalDate.of(2032, 12, 1), LocalDate.of(2033, 1, 15));
        on(LocalDate.of(2033, 2, 11));
        assertThat(registry.get(second).state())
                .as("it had its round and did not apply")
                .isEqualTo(ClusterState.LAPSED);
    }

    private String registeredOn(LocalDate day) {
        TestClock.set(day);
        String number = registry.register(new Recognition(
                        "NXJQ-2030-RD-00001", "惠农冶金集群", "冶金", "640205", "6402", "county-640205", day, "宁工信企发〔2030〕3号"))
                .clusterNumber();
        messages.start(
                "clusterTerm.started",
                "clusterTerm",
                number,
                Map.of("clusterNumber", number, "termEnd", day.plusYears(3).plusDays(1) + "T00:00:00+08:00"));
        desks.runDue();
        return number;
    }

    @Test
    @DisplayName("届满前单独申请：通知准予的，自届满前180日至届满日；不准予的，只在申请期内")
    void singleApplications() {
        LocalDate single = TERM_END.minusDays(180);
        on(single.minusDays(1));
        walk().roundOpened(TERM_END.plusDays(10), TERM_END.plusDays(40), "singleApplications", true);
        assertThatThrownBy(() -> walk().appliedInRound()).hasMessageContaining("单独申请的，自" + single + "起");
        on(single);
        RenewalWalk early = walk().appliedInRound();
        assertThat(cases.entries(early.caseNumber()).get(0).particulars()).containsEntry("提交截止", TERM_END + " 24:00");
        early.submitted().withdrawn();
        on(TERM_END);
        walk().appliedInRound().submitted().withdrawn();
        on(TERM_END.plusDays(1));
        assertThat(state()).isEqualTo(ClusterState.AWAITING_REVIEW);
        assertThatThrownBy(() -> walk().appliedInRound()).hasMessageContaining("今天不在申请期内");
        on(TERM_END.plusDays(10));
        walk().appliedInRound().submitted().passed();
        assertThat(registry.get(cluster).termEndsOn()).isEqualTo(TERM_END.plusYears(3));
    }

    @Test
    @DisplayName("不准予单独申请的轮次，届满前申请期外不能申请")
    void noSingleApplications() {
        on(TERM_END.minusDays(100));
        walk().roundOpened(TERM_END.plusDays(10), TERM_END.plusDays(40));
        assertThatThrownBy(() -> walk().appliedInRound()).hasMessageContaining("今天不在申请期内");
    }

    @Test
    @DisplayName("已失效的：轮次只涉其有效期的，仍然失效；列明的恢复待复核，通过的重新监督有效期；未申请的再次失效")
    void lapsedEarlier() {
        on(TERM_END.plusDays(1));
        walk().roundOpened(TERM_END.plusDays(1), TERM_END.plusDays(5));
        on(TERM_END.plusDays(6));
        assertThat(state()).isEqualTo(ClusterState.LAPSED);
        assertThat(term).isEnded();

        on(LocalDate.of(2029, 9, 1));
        walk().roundOpened(LocalDate.of(2029, 9, 1), LocalDate.of(2029, 9, 10));
        assertThat(state()).as("not named").isEqualTo(ClusterState.LAPSED);
        on(LocalDate.of(2029, 9, 11));

        walk().roundOpened(
                        LocalDate.of(2029, 9, 11),
                        LocalDate.of(2029, 9, 20),
                        "clusterNumbers",
                        cluster + "\n " + cluster + "，");
        assertThat(state()).isEqualTo(ClusterState.AWAITING_REVIEW);
        on(LocalDate.of(2029, 9, 21));
        assertThat(state()).isEqualTo(ClusterState.LAPSED);

        walk().roundOpened(
                        LocalDate.of(2029, 10, 1),
                        LocalDate.of(2029, 10, 20),
                        "termsFrom",
                        "2028-01-01",
                        "termsTo",
                        "2028-12-31",
                        "clusterNumbers",
                        cluster);
        on(LocalDate.of(2029, 10, 1));
        walk().appliedInRound().submitted().passed();
        desks.runDue();
        assertThat(state()).isEqualTo(ClusterState.RECOGNISED);
        assertThat(registry.get(cluster).termEndsOn()).isEqualTo(LocalDate.of(2032, 6, 15));
        assertThat(term(cluster)).isWaitingAt("event_firstReminderDue");
        assertThat(mailbox.waiting()).isZero();
    }

    private ProcessInstance proposed() {
        return desks.start(
                OFFICER,
                "reviewRound",
                "reviewHeld",
                "false",
                "termsFrom",
                "2029-01-01",
                "termsTo",
                "2029-12-31",
                "reason",
                "该批次集群的政策支持已经期满");
    }

    @Test
    @DisplayName("不组织复核：审定人员以文件明确的，待复核的随即失效，未届满的届满即失效；不同意的，继续等待")
    void noneWillBeHeld() {
        on(TERM_END.plusDays(1));
        ProcessInstance rejected = proposed();
        assertThat(desks.offered(LEADER, rejected, "task_stateNoReview", "proposalText"))
                .asString()
                .contains("政策支持已经期满")
                .contains("平罗碳基材料集群");
        desks.complete(LEADER, rejected, "task_stateNoReview", "noReview", "false");
        assertThat(rejected).isEnded().hasPassed("event_proposalRejected");
        assertThat(state()).isEqualTo(ClusterState.AWAITING_REVIEW);

        ProcessInstance proposal = proposed();
        Object[] ahead = {
            "noReview",
            "true",
            "documentNumber",
            "宁工信企发〔2029〕9号",
            "documentDate",
            "2029-06-17",
            "noReviewConfirmed",
            true
        };
        assertThatThrownBy(() -> desks.complete(LEADER, proposal, "task_stateNoReview", ahead))
                .hasMessageContaining("晚于今天");
        on(LocalDate.of(2029, 6, 17));
        desks.complete(LEADER, proposal, "task_stateNoReview", ahead);
        desks.runDue();
        assertThat(proposal).isEnded().hasPassed("service_endWithoutReview", "event_noReviewHeld");
        assertThat(state()).isEqualTo(ClusterState.LAPSED);
        assertThat(term).isEnded().hasPassed("event_lapsedAfterReview");
        assertThat(registry.life(cluster).orElseThrow().events())
                .extracting(ClusterEvent::state, ClusterEvent::documentNumber)
                .endsWith(tuple(ClusterState.AWAITING_REVIEW, null), tuple(ClusterState.LAPSED, "宁工信企发〔2029〕9号"));
        assertThat(rounds.all())
                .extracting(ReviewRound::state, ReviewRound::documentNumber)
                .containsExactly(tuple(RoundState.STATED, "宁工信企发〔2029〕9号"), tuple(RoundState.REJECTED, null));
    }

    @Test
    @DisplayName("届满以前已经明确不组织复核的，届满次日失效")
    void statedBeforeTheEnd() {
        on(TERM_END.minusDays(30));
        ProcessInstance proposal = proposed();
        desks.complete(
                LEADER,
                proposal,
                "task_stateNoReview",
                "noReview",
                "true",
                "documentNumber",
                "宁工信企发〔2029〕9号",
                "documentDate",
                TestClock.today().toString(),
                "noReviewConfirmed",
                true);
        on(TERM_END);
        assertThat(state()).isEqualTo(ClusterState.RECOGNISED);
        on(TERM_END.plusDays(1));
        assertThat(state()).isEqualTo(ClusterState.LAPSED);
        assertThat(term).isEnded().hasPassed("event_clusterLapsed");
    }

    @Test
    @DisplayName("开启轮次：日期颠倒或者已过、届满日期重叠、列明的集群不存在或者不能列入，一并说明理由")
    void refused() {
        on(TERM_END.minusDays(30));
        assertThatThrownBy(() -> walk().roundOpened(
                                TERM_END.minusDays(40),
                                TERM_END.minusDays(41),
                                "termsTo",
                                "2029-06-01",
                                "clusterNumbers",
                                "NXJQ-640221-0099"))
                .hasMessageContaining("早于起日2029-06-15")
                .hasMessageContaining("早于开始日期")
                .hasMessageContaining("已经过去")
                .hasMessageContaining("没有编号为“NXJQ-640221-0099”的集群");
        walk().roundOpened(TERM_END.minusDays(30), TERM_END);
        assertThatThrownBy(() -> walk().roundOpened(TERM_END, TERM_END, "clusterNumbers", cluster))
                .hasMessageContaining("与NXJQ-2029-LC-01")
                .hasMessageContaining("重叠")
                .hasMessageContaining("已列入尚未截止的轮次");
        registry.revoke(cluster, "NXJQ-2029-CX-00001", TestClock.today(), "虚假申报", "第十七条(二)", "宁工信企发〔2029〕9号");
        assertThatThrownBy(() -> walk().roundOpened(
                                TERM_END,
                                TERM_END,
                                "termsFrom",
                                "2030-01-01",
                                "termsTo",
                                "2030-12-31",
                                "clusterNumbers",
                                cluster))
                .hasMessageContaining("现为“撤销”，不能列入");
    }

    @Test
    @DisplayName("升级以前开始的有效期管理（旧版流程）照常走完：届满转为待复核，复核通过后由新版流程继续监督")
    void aTermOfTheOlderModel() {
        Deployment old = repository
                .createDeployment()
                .addClasspathResource("renewal/clusterTerm-2.1.0.bpmn")
                .deploy();
        try {
            TestClock.set(RECOGNISED);
            String number = registry.register(new Recognition(
                            "NXJQ-2026-RD-00098",
                            "平罗新材料集群",
                            "碳基材料",
                            "640221",
                            "6402",
                            "county-640221",
                            RECOGNISED,
                            "宁工信企发〔2026〕30号"))
                    .clusterNumber();
            ProcessInstance older = runtime.createProcessInstanceById(repository
                            .createProcessDefinitionQuery()
                            .deploymentId(old.getId())
                            .singleResult()
                            .getId())
                    .businessKey(number)
                    .setVariables(Map.of("clusterNumber", number, "termEnd", "2029-06-16T00:00:00+08:00"))
                    .startBeforeActivity("service_scheduleReminders")
                    .execute();
            on(TERM_END.plusDays(1));
            assertThat(older).isEnded().hasPassed("service_lapseCluster", "event_clusterLapsed");
            assertThat(registry.get(number).state()).isEqualTo(ClusterState.AWAITING_REVIEW);
            repository.deleteDeployment(old.getId(), true);

            RenewalWalk walk = RenewalWalk.in(context)
                    .of(number)
                    .roundOpened(TestClock.today(), TestClock.today().plusDays(30))
                    .appliedInRound()
                    .submitted()
                    .passed();
            desks.runDue();
            assertThat(walk.cluster().state()).isEqualTo(ClusterState.RECOGNISED);
            assertThat(mailbox.waiting()).isZero();
        } finally {
            Optional.ofNullable(repository
                            .createDeploymentQuery()
                            .deploymentId(old.getId())
                            .singleResult())
                    .ifPresent(each -> repository.deleteDeployment(each.getId(), true));
        }
    }
}
