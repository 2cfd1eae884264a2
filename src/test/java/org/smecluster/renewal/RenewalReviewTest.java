package org.smecluster.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.smecluster.support.RenewalWalk.LEADER;
import static org.smecluster.support.RenewalWalk.OFFICER;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.assessment.Stage;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Cases;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.engine.Mailbox;
import org.smecluster.engine.Messages;
import org.smecluster.filing.Filing;
import org.smecluster.filing.FilingService;
import org.smecluster.filing.Overlap;
import org.smecluster.filing.Overlaps;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.Submissions;
import org.smecluster.incident.IncidentRegister;
import org.smecluster.material.PreFill;
import org.smecluster.publicnotice.Notice;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.publicnotice.ObjectionEntry;
import org.smecluster.recognition.BatchOpening;
import org.smecluster.recognition.Batches;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterEvent;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.LifeReader;
import org.smecluster.registry.Recognition;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.review.Expert;
import org.smecluster.review.Experts;
import org.smecluster.security.Account;
import org.smecluster.support.CaseOnFile;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.Incidents;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RenewalWalk;
import org.smecluster.support.Scored;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
@DisplayName("第十四条：有效期将满，自愿申请复核；通过的自原届满日起延长三年")
class RenewalReviewTest {

    private static final LocalDate RECOGNISED = LocalDate.of(2026, 6, 15);
    private static final LocalDate TERM_END = LocalDate.of(2029, 6, 15);
    private static final LocalDate APPLIED = LocalDate.of(2029, 3, 5);

    @Autowired
    ApplicationContext context;

    @Autowired
    Desks desks;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    Cases cases;

    @Autowired
    Messages messages;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Notifications notifications;

    @Autowired
    RevocationCauses causes;

    @Autowired
    Filing filing;

    @Autowired
    RenewalDecisions decisions;

    @Autowired
    FilingService handedIn;

    @Autowired
    Submissions submissions;

    @Autowired
    Overlaps overlaps;

    @Autowired
    NoticeService notices;

    @Autowired
    PreFill preFill;

    @Autowired
    Experts experts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String cluster;
    private ProcessInstance term;

    @BeforeEach
    void recognised() {
        TestClock.set(RECOGNISED);
        registered("NXJQ-2026-RD-00099", "平罗碳基材料集群");
    }

    private void registered(String sourceCase, String name) {
        ClusterRecord registered = registry.register(new Recognition(
                sourceCase, name, "碳基材料", "640221", "6402", "county-640221", TestClock.today(), "宁工信企发〔2026〕30号"));
        cluster = registered.clusterNumber();
        messages.start(
                "clusterTerm.started",
                "clusterTerm",
                cluster,
                Map.of("clusterNumber", cluster, "termEnd", "2029-06-16T00:00:00+08:00"));
        desks.runDue();
        term = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(cluster)
                .singleResult();
    }

    private RenewalWalk walk() {
        return RenewalWalk.in(context).of(cluster);
    }

    private RenewalWalk applied() {
        TestClock.set(APPLIED);
        desks.runDue();
        return walk().applied();
    }

    private ClusterState state() {
        return registry.get(cluster).state();
    }

    private List<Notification> told(String group, String caseNumber) {
        return notifications.ofCase(caseNumber, "x").stream()
                .filter(told -> told.groupId().equals(group))
                .toList();
    }

    /** Unit and city were told how the case ended. */
    private void assertOutcome(RenewalWalk walk, String outcome, String standing, String... words) {
        assertThat(walk.record().outcome()).isEqualTo(outcome);
        assertThat(walk.record().standing()).isEqualTo(standing);
        assertThat(walk.record().outcomeReason()).contains(words);
        for (String group : List.of("county-640221", "city-6402")) {
            assertThat(told(group, walk.caseNumber()))
                    .extracting(Notification::text)
                    .anySatisfy(
                            text -> assertThat(text).contains("已办结：" + standing).contains(words));
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(walk.caseNumber())
                        .count())
                .isZero();
        assertThat(mailbox.waiting()).isZero();
    }

    @Test
    @DisplayName("通过：提交之日起复核中；自原届满日起延长三年，有效期重新监督；声明由认定带出，数据以复核为准")
    void passed() throws IOException {
        TestClock.set(RECOGNISED);
        RecognitionWalk recognition = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .started()
                .submitted();
        registered(recognition.caseNumber(), recognition.sample().getClusterName());
        long earlier =
                submissions.latest(recognition.caseNumber()).orElseThrow().id();
        assertThat(dataInForce()).isEqualTo(earlier);

        RenewalWalk walk = applied();
        assertThat(state()).as("until the data are submitted").isEqualTo(ClusterState.RECOGNISED);
        assertThat(filing.declarations(filing.latest(walk.caseNumber()))).isEqualTo(submissions.declarations(earlier));
        assertThat(walk.offered("task_enterData", "pillarIndustry")).isEqualTo("true");
        assertThat(walk.offered("task_enterData", "noIncidents")).isEqualTo(false);
        assertThat(preFill.source("county-640221", walk.cluster().name())
                        .orElseThrow()
                        .caseNumber())
                .isEqualTo(recognition.caseNumber());
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        preFill.write(
                2029, preFill.source("county-640221", walk.cluster().name()).orElseThrow(), template);
        assertThat(template.size()).isPositive();

        walk.submitted();
        assertThat(state()).isEqualTo(ClusterState.UNDER_REVIEW);
        assertThat(walk.record().standing()).isEqualTo("待市级意见");
        assertThat(told("city-6402", walk.caseNumber())).hasSize(1);
        TestClock.set(APPLIED.plusDays(20));
        walk.passed();
        desks.runDue();

        assertThat(walk.instance())
                .isEnded()
                .hasPassedInOrder(
                        "event_reviewApplied",
                        "call_fileReview",
                        "task_giveCityOpinion",
                        "service_assessForReview",
                        "call_checkReview",
                        "task_concludeReview",
                        "task_decideRenewal",
                        "service_extendTerm",
                        "service_closePassed",
                        "event_reviewPassed");
        ClusterRecord extended = registry.get(cluster);
        assertThat(extended.state()).isEqualTo(ClusterState.RECOGNISED);
        assertThat(extended.termEndsOn()).isEqualTo(LocalDate.of(2032, 6, 15));
        assertThat(registry.life(cluster).orElseThrow().terms().get(1).startsOn())
                .isEqualTo(LocalDate.of(2029, 6, 16));
        assertThat(term).isWaitingAt("event_firstReminderDue");
        assertThat(runtime.getVariable(term.getId(), "termEnd")).asString().startsWith("2032-06-16");
        assertOutcome(walk, "PASSED", "复核通过", "2029-06-15", "2032-06-15", "宁工信企发〔2029〕8号");
        assertThat(dataInForce()).isEqualTo(filing.latest(walk.caseNumber()).id());
        assertThat(preFill.source("county-640221", extended.name())
                        .orElseThrow()
                        .caseNumber())
                .isEqualTo(walk.caseNumber());
        assertThat(cases.entries(walk.caseNumber()))
                .filteredOn(entry -> entry.documentNumber() != null)
                .extracting(CaseEntry::documentNumber)
                .containsExactly("石工信发〔2029〕3号", "宁工信企发〔2029〕8号");

        TestClock.set(LocalDate.of(2031, 12, 18));
        desks.runDue();
        assertThat(filing.declarations(filing.latest(walk().applied().caseNumber())))
                .as("of the review, not of the recognition")
                .isEqualTo(filing.declarations(filing.latest(walk.caseNumber())));
    }

    private long dataInForce() {
        return jdbc.sql("select submission_id from cluster_data_in_force where cluster_number = :number")
                .param("number", cluster)
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("未通过：理由告知申报主体和市级；认定在有效期内继续有效，届满即失效")
    void notPassed() {
        RenewalWalk walk = applied().submitted().notPassed();
        assertThat(walk.instance()).isEnded().hasPassed("service_endNotPassed", "event_reviewNotPassed");
        assertThatThrownBy(() -> decisions.extend(walk.caseNumber()))
                .as("whatever the model says")
                .hasMessageContaining("没有“通过”的复核决定");
        assertThat(state()).isEqualTo(ClusterState.RECOGNISED);
        assertOutcome(walk, "NOT_PASSED", "复核未通过", "不再符合认定条件", "宁工信企发〔2029〕8号", "至2029-06-15");
        TestClock.set(TERM_END.plusDays(1));
        desks.runDue();
        assertThat(state()).isEqualTo(ClusterState.LAPSED);
        assertThat(term).isEnded().hasPassed("event_clusterLapsed");
    }

    @Test
    @DisplayName("届满时复核在办：保持复核中；此后未通过的，自结论之日起失效")
    void notPassedAfterTheEnd() {
        RenewalWalk walk = applied().submitted();
        TestClock.set(TERM_END.plusDays(1));
        desks.runDue();
        assertThat(state()).isEqualTo(ClusterState.UNDER_REVIEW);
        TestClock.set(LocalDate.of(2029, 7, 2));
        walk.notPassed();
        assertThat(state()).isEqualTo(ClusterState.LAPSED);
        assertThat(term).isEnded().hasPassed("event_lapsedAfterReview");
        ClusterEvent last = registry.life(cluster).orElseThrow().events().get(2);
        assertThat(last.happenedOn()).isEqualTo(LocalDate.of(2029, 7, 2));
        assertThat(last.reason()).contains("不再符合认定条件");
        assertOutcome(walk, "NOT_PASSED", "复核未通过", "已于2029-06-15届满");
    }

    @Test
    @DisplayName("届满以后才通过的，仍自原届满日起延长三年")
    void passedAfterTheEnd() {
        RenewalWalk walk = applied().submitted();
        TestClock.set(LocalDate.of(2029, 8, 20));
        desks.runDue();
        assertThat(state()).isEqualTo(ClusterState.UNDER_REVIEW);
        walk.passed();
        desks.runDue();
        assertThat(registry.get(cluster).termEndsOn()).isEqualTo(LocalDate.of(2032, 6, 15));
        assertThat(state()).isEqualTo(ClusterState.RECOGNISED);
        assertThat(term).isWaitingAt("event_firstReminderDue");
    }

    @Test
    @DisplayName("申请以后到届满都没有提交：期限随有效期届满，集群到期失效")
    void neverSubmitted() {
        RenewalWalk walk = applied().declared(RenewalWalk.MEETS_ALL);
        TestClock.set(TERM_END.plusDays(1).atStartOfDay());
        assertThatThrownBy(() -> walk.complete(
                        walk.unit(), "task_confirmAndSubmit", "nextStep", "SUBMIT", "truthfulnessCommitted", true))
                .hasMessageContaining("2029-06-15 24:00截止");
        desks.runDue();
        assertThat(walk.instance()).isEnded().hasPassed("event_submissionPeriodExpired", "event_submissionLapsed");
        assertThat(state()).isEqualTo(ClusterState.LAPSED);
        assertThat(term).isEnded().hasPassed("event_clusterLapsed");
        assertOutcome(walk, "LAPSED", "逾期未提交", "第十四条");
    }

    @Test
    @DisplayName("退回补正：补正后继续；逾期未补正的，复核结束，认定在有效期内继续有效")
    void corrected() {
        RenewalWalk walk = applied().submitted().returned();
        assertThat(told("county-640221", walk.caseNumber()))
                .extracting(Notification::text)
                .anyMatch(text -> text.contains("退回补正") && text.contains("2029-03-12"));
        assertThat(state()).isEqualTo(ClusterState.UNDER_REVIEW);
        walk.submitted();
        assertThat(filing.latest(walk.caseNumber()).round()).isEqualTo(2);
        assertThat(walk.openTasks()).containsExactly("task_giveCityOpinion");
        walk.returned();
        TestClock.set(LocalDate.of(2029, 3, 14));
        desks.runDue();
        assertThat(walk.instance())
                .isEnded()
                .hasPassed("service_openReviewCorrection", "service_endExpired", "event_submissionLapsed");
        assertThat(state()).isEqualTo(ClusterState.RECOGNISED);
        assertOutcome(walk, "LAPSED", "逾期未提交", "继续有效");

        assertThat(walk().applied().submitted().passed().cluster().termEndsOn())
                .as("applied for once more")
                .isEqualTo(LocalDate.of(2032, 6, 15));
    }

    @Test
    @DisplayName("先行公示：无异议的回到决定，通过；公示开始后不能撤回，不能再次公示")
    void published() {
        RenewalWalk walk = applied().submitted().checked();
        walk.complete(
                OFFICER,
                "task_concludeReview",
                "conclusion",
                "PASS",
                "opinion",
                "建议通过",
                "noticeWanted",
                "true",
                "falseDeclarationFound",
                "false");
        assertThat(walk.offered("task_decideRenewal", "conclusionText"))
                .asString()
                .contains("通过，建议先行公示")
                .contains("建议通过");
        walk.decided("NOTICE").noticePublished();
        Notice notice = notices.ofSubject(walk.caseNumber()).orElseThrow();
        assertThat(notice.title()).contains("平罗碳基材料集群");
        assertThat(notice.items()).singleElement().satisfies(item -> {
            assertThat(item.applicant()).isEqualTo("平罗县");
            assertThat(item.city()).isEqualTo("石嘴山市");
        });
        assertThat(told("county-640221", walk.caseNumber()))
                .extracting(Notification::text)
                .anyMatch(text -> text.contains("公示5个工作日"));
        assertThat(walk.record().standing()).isEqualTo("公示中");
        assertThatThrownBy(walk::withdrawn).hasMessageContaining("公示开始后");
        TestClock.set(notice.endsOn().plusDays(1));
        desks.runDue();
        assertThat(walk.offered("task_decideRenewal", "noticeText")).isEqualTo("公示无异议");
        assertThatThrownBy(() -> walk.decided("NOTICE")).hasMessageContaining("已经公示过");
        walk.decided("PASS");
        assertThat(walk.instance())
                .isEnded()
                .hasPassedInOrder(
                        "task_decideRenewal",
                        "gateway_notYetDecided",
                        "service_draftNotice",
                        "call_publicNotice",
                        "service_extendTerm");
        assertOutcome(walk, "PASSED", "复核通过", "2032-06-15");
    }

    @Test
    @DisplayName("公示期内异议成立：连同裁定理由回到决定，决定不通过")
    void objectionUpheld() {
        RenewalWalk walk = applied()
                .submitted()
                .checked()
                .concluded("PASS")
                .decided("NOTICE")
                .noticePublished();
        Notice notice = notices.ofSubject(walk.caseNumber()).orElseThrow();
        transaction.executeWithoutResult(status -> notices.registerObjection(
                notice.id(), new ObjectionEntry(walk.caseNumber(), "王某", "0951-0000000", "数据不实", APPLIED), OFFICER));
        TestClock.set(notice.endsOn().plusDays(1));
        desks.runDue();
        walk.complete(OFFICER, "task_verifyObjection", "facts", "研发经费多报，经核对属实", "toldToApplicant", "异议反映研发经费多报，属实");
        walk.complete(LEADER, "task_ruleObjection", "ruling", "UPHELD", "rulingReason", "研发经费不实");
        assertThat(walk.offered("task_decideRenewal", "noticeText"))
                .asString()
                .contains("异议成立")
                .contains("研发经费不实");
        walk.decided("FAIL");
        assertOutcome(walk, "NOT_PASSED", "复核未通过", "不再符合认定条件");
        assertThat(cases.entries(walk.caseNumber()))
                .filteredOn(entry -> entry.key().equals("decision-2"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.particulars().get("公示结果")).contains("异议成立"))
                .satisfies(entry -> assertThat(entry.remedy().issuer()).isEqualTo("宁夏回族自治区工业和信息化厅"));
        assertThat(told("county-640221", walk.caseNumber()))
                .anyMatch(each -> each.text().contains("复核未通过") && each.text().contains("救济途径："));
    }

    @Test
    @DisplayName("审定人员退回经办：经办看到退回理由，重新提出意见")
    void returnedToTheOfficer() {
        RenewalWalk walk = applied().submitted().checked().concluded("FAIL").decided("RETURN");
        assertThat(walk.offered("task_concludeReview", "returnReason")).isEqualTo("同意");
        walk.concluded("PASS").decided("PASS");
        assertThat(walk.instance()).isEnded().hasPassed("event_reviewPassed");
        assertOutcome(walk, "PASSED", "复核通过", "2032-06-15");
    }

    @Test
    @DisplayName("撤回：届满以前的恢复认定，可以再申请；届满以后的随即失效；只有申报主体可以，须写明理由")
    void withdrawn() {
        RenewalWalk walk = applied().submitted();
        RenewalService renewals = context.getBean(RenewalService.class);
        Account stranger = new Account("x", "x", List.of("county-640521"));
        assertThatThrownBy(() -> renewals.withdraw(walk.caseNumber(), "理由", stranger))
                .hasMessageContaining("只有集群的申报主体");
        assertThatThrownBy(() -> renewals.withdraw(walk.caseNumber(), " ", walk.unit()))
                .hasMessageContaining("请写明撤回理由");
        walk.withdrawn();
        assertThat(walk.instance()).isEnded().hasPassed("event_withdrawalRecorded");
        assertThat(state()).isEqualTo(ClusterState.RECOGNISED);
        assertOutcome(walk, "WITHDRAWN", "已撤回", "调整发展方向");
        assertThatThrownBy(walk::withdrawn).hasMessageContaining("不能撤回");

        RenewalWalk again = walk().applied().submitted();
        TestClock.set(TERM_END.plusDays(1));
        desks.runDue();
        again.withdrawn();
        assertThat(state()).isEqualTo(ClusterState.LAPSED);
        assertThat(term).isEnded().hasPassed("event_lapsedAfterReview");
    }

    @Test
    @DisplayName("复核期间被撤销：复核终止，延长不再可能")
    void revokedMeanwhile() {
        RenewalWalk walk = applied().submitted().checked();
        ProcessInstance revocation = CaseWalk.groundsFound(desks, cluster);
        desks.runDue();
        TestClock.set(APPLIED.plusDays(30));
        desks.runDue();
        CaseWalk.revocationDecided(desks, revocation);
        desks.runDue();
        mailbox.deliverWaiting();
        assertThat(walk.instance()).isEnded().hasPassed("event_recognitionRevoked", "event_reviewCutShort");
        assertThat(state()).isEqualTo(ClusterState.REVOKED);
        assertOutcome(walk, "REVOKED", "因撤销终止", "第十七条");
    }

    @Test
    @DisplayName("撤销决定与复核决定同时：先撤销的，延长被拒绝")
    void revokedJustBefore() {
        RenewalWalk walk = applied().submitted().checked().concluded("PASS");
        registry.revoke(cluster, "NXJQ-2029-CX-00001", APPLIED, "虚假申报", "第十七条(二)", "宁工信企发〔2027〕9号");
        assertThatThrownBy(() -> walk.decided("PASS")).hasMessageContaining("已被撤销");
        assertThat(walk.openTasks()).containsExactly("task_decideRenewal");
    }

    @Test
    @DisplayName("发现虚假申报：不能提出通过；作为第十七条(二)的线索立案，由人查实")
    void falseDeclaration() {
        RenewalWalk walk = applied().submitted().checked();
        Object[] found = {
            "opinion",
            "研发经费不实",
            "falseDeclarationFound",
            "true",
            "falseDeclarationEvidence",
            "2028年研发经费与统计年报不符",
            "noticeWanted",
            "false"
        };
        assertThatThrownBy(() -> walk.complete(OFFICER, "task_concludeReview", with("conclusion", "PASS", found)))
                .hasMessageContaining("第十七条(二)");
        walk.complete(OFFICER, "task_concludeReview", with("conclusion", "FAIL", found));
        assertThat(causes.ofCluster(cluster))
                .extracting(RevocationCause::fact)
                .containsExactly(RevocationFact.FALSE_APPLICATION_FOUND);
        assertThat(cases.open(CaseKind.CX, cluster)).hasSize(1);
        walk.decided("FAIL");
        assertThat(state()).isEqualTo(ClusterState.RECOGNISED);
    }

    private static Object[] with(String key, String value, Object[] fields) {
        Object[] all = new Object[fields.length + 2];
        all[0] = key;
        all[1] = value;
        System.arraycopy(fields, 0, all, 2, fields.length);
        return all;
    }

    @Test
    @DisplayName("只差“一般”“原则上”的要求：推荐和复核意见都须逐项判断")
    void softMisses() {
        RenewalWalk walk = applied().submitted("goji-zhongning");
        assertThatThrownBy(() -> walk.complete(
                        walk.city(),
                        "task_giveCityOpinion",
                        "cityOpinion",
                        "RECOMMEND",
                        "opinion",
                        "同意推荐",
                        "documentNumber",
                        "石工信发〔2029〕3号",
                        "documentDate",
                        APPLIED.toString()))
                .hasMessageContaining("对需说明事项的判断");
        walk.checked();
        assertThatThrownBy(() -> walk.complete(
                        OFFICER,
                        "task_concludeReview",
                        "conclusion",
                        "PASS",
                        "opinion",
                        "建议通过",
                        "noticeWanted",
                        "false",
                        "falseDeclarationFound",
                        "false"))
                .hasMessageContaining("对需说明事项的判断");
        walk.concluded("PASS").decided("PASS");
        assertOutcome(walk, "PASSED", "复核通过", "2032-06-15");
    }

    @Test
    @DisplayName("硬性条件不符合：市级不能推荐、经办不能提出通过、审定人员不能通过；不推荐的照样转报")
    void hardMiss() {
        RenewalWalk walk = applied().submitted("cashmere-lingwu");
        assertThatThrownBy(() -> walk.forwarded("RECOMMEND")).hasMessageContaining("结论不能为“推荐”");
        walk.checked("NOT_RECOMMEND");
        assertThatThrownBy(() -> walk.concluded("PASS")).hasMessageContaining("结论不能为“通过”");
        walk.concluded("FAIL");
        assertThatThrownBy(() -> walk.decided("PASS")).hasMessageContaining("结论不能为“通过”");
        assertThatThrownBy(() -> walk.decided("NOTICE")).hasMessageContaining("结论不能为“通过”");
        walk.decided("FAIL");
        assertOutcome(walk, "NOT_PASSED", "复核未通过", "不再符合认定条件");
    }

    @Test
    @DisplayName("审查中登记第十条情形：市级和自治区审查期间各重新评估，被否决的不能通过")
    void incidents() {
        RenewalWalk walk = applied().submitted();
        Incident minor = new Incident(IncidentType.SAFETY, IncidentLevel.GENERAL, APPLIED, null, "平罗某化工公司", "应急管理部门通报");
        handedIn.addIncident(walk.caseNumber(), minor, walk.city());
        walk.checked();
        handedIn.addIncident(
                walk.caseNumber(),
                new Incident(IncidentType.SAFETY, IncidentLevel.MAJOR, APPLIED, null, "平罗某煤业公司", "应急管理部门通报"),
                OFFICER);
        assertThatThrownBy(() -> walk.concluded("PASS")).hasMessageContaining("第十条所列情形");
        assertThat(cases.entries(walk.caseNumber()))
                .extracting(CaseEntry::key)
                .contains("REREVIEW-1", "REREVIEW-2")
                .anyMatch(key -> key.startsWith("assessed-") && key.endsWith("-REVIEW-1"));
        walk.concluded("FAIL");
        assertThatThrownBy(() -> handedIn.addIncident(walk.caseNumber(), minor, OFFICER))
                .hasMessageContaining("不在审查期间");
    }

    @Test
    @DisplayName("审定期间事故登记库有变化：告知经办和审定人员；退回经办时重新评估，被否决的不能通过")
    void registeredWhileALeaderDecides() {
        RenewalWalk walk = applied().submitted().checked().concluded("PASS");
        Incidents.entered(
                context.getBean(IncidentRegister.class), cluster, IncidentType.SAFETY, IncidentLevel.MAJOR, APPLIED);
        for (String group : List.of("province-officer", "province-leader")) {
            assertThat(told(group, walk.caseNumber()))
                    .extracting(Notification::text)
                    .anyMatch(text -> text.contains("复核评估没有包括这一变化"));
        }
        assertThatThrownBy(() -> walk.decided("PASS")).hasMessageContaining("退回经办");
        walk.decided("RETURN");
        assertThatThrownBy(() -> walk.concluded("PASS")).hasMessageContaining("第十条所列情形");
        walk.concluded("FAIL").decided("FAIL");
        assertThat(walk.record().outcome()).isEqualTo("NOT_PASSED");
    }

    @Test
    @DisplayName("专家评审和实地抽查：与认定相同，回避照旧")
    void checks() {
        experts.put(new Expert("expert-wang", "王立平", "宁夏大学", null, Set.of()));
        experts.put(new Expert("expert-li", "李桂芳", "当地化工协会", "640221", Set.of()));
        RenewalWalk walk = applied().submitted().forwarded("RECOMMEND").jobsDone();
        assertThat(walk.offered("task_planReReview", "availableExperts"))
                .asString()
                .contains("王立平")
                .doesNotContain("李桂芳");
        walk.complete(
                OFFICER,
                "task_planReReview",
                "expertReviewOrdered",
                true,
                "expertIds",
                List.of("expert-wang"),
                "siteInspectionOrdered",
                true,
                "siteInspectionReason",
                "核实产能");
        Scored.all(context, walk.caseNumber(), "expert-wang", 88);
        walk.complete(
                new Account("expert-wang", "王立平", List.of("expert")),
                "task_giveExpertOpinion",
                "recommendation",
                "RECOMMEND",
                "opinion",
                "产业基础扎实，同意延续。");
        walk.complete(
                OFFICER,
                "task_inspectOnSite",
                "inspectedOn",
                APPLIED.toString(),
                "participants",
                "丁少华（自治区工业和信息化厅）",
                "findings",
                "抽查五家企业，与申报材料一致。",
                "conclusion",
                "CONSISTENT");
        assertThat(walk.openTasks()).containsExactly("task_concludeReview");
        assertThat(cases.entries(walk.caseNumber()))
                .filteredOn(entry ->
                        Set.of("planned", "expert-expert-wang", "inspected").contains(entry.key()))
                .hasSize(3)
                .allMatch(entry -> entry.audience() == LifeReader.REGION);
    }

    @Test
    @DisplayName("跨县的集群：所涉各县的专家都回避；列入了其他已认定集群的企业和专利，评估、提交和复核时各核对一次，只提醒")
    void acrossCountiesAndListedTwice() {
        TestClock.set(RECOGNISED);
        experts.put(new Expert("expert-wang", "王立平", "宁夏大学", null, Set.of()));
        experts.put(new Expert("expert-zhao", "赵玉梅", "惠农区工业协会", "640205", Set.of()));
        CaseOnFile.put(jdbc, "NXJQ-2026-RD-00099", "平罗碳基材料集群", "county-640221", "city-6402");
        jdbc.sql("update case_record set cluster_number = :number where case_number = 'NXJQ-2026-RD-00099'")
                .param("number", cluster)
                .update();
        long batch = context.getBean(Batches.class)
                .insert(
                        new BatchOpening(
                                2026,
                                "宁工信中小企业发〔2026〕5号",
                                RECOGNISED.minusMonths(3),
                                RECOGNISED.minusMonths(2),
                                RECOGNISED.minusMonths(1),
                                5,
                                null),
                        "NXJQ-2026-PC-01",
                        "officer-1");
        jdbc.sql("""
                        insert into application (case_number, batch_id, applicant_code, applicant_type,
                            leading_industry, cross_county, involved_counties, designated_by_city, state, state_since)
                        values ('NXJQ-2026-RD-00099', :batch, '640221', 'COUNTY_DEPARTMENT',
                            '碳基材料', true, array['640205'], false, 'RECOGNISED', :now)
                        """)
                .param("batch", batch)
                .param("now", RECOGNISED.atStartOfDay().atOffset(java.time.ZoneOffset.UTC))
                .update();
        String reviewed = cluster;
        RenewalWalk other = anotherClusterReviewedWithTheSameData();
        cluster = reviewed;
        RenewalWalk walk = applied().submitted();
        SubmissionVersion version = submissions.latest(walk.caseNumber()).orElseThrow();
        assertThat(overlaps.of(version.id(), version.checkStage())).isNotEmpty().allSatisfy(each -> assertThat(
                        each.clusters())
                .extracting(Overlap.Listing::caseNumber)
                .containsExactly(other.caseNumber()));
        walk.forwarded("RECOMMEND").jobsDone();
        assertThat(overlaps.of(version.id(), Stage.of(Stage.Kind.REREVIEW, 1))).isNotEmpty();
        assertThat(walk.offered("task_planReReview", "availableExperts"))
                .asString()
                .contains("王立平")
                .doesNotContain("赵玉梅");
    }

    private RenewalWalk anotherClusterReviewedWithTheSameData() {
        TestClock.set(RECOGNISED);
        registered("NXJQ-2026-RD-00098", "平罗新材料集群");
        RenewalWalk passed = applied().submitted();
        assertThat(overlaps.of(
                        submissions.latest(passed.caseNumber()).orElseThrow().id(), Stage.of(Stage.Kind.CHECK, 1)))
                .as("held against nobody but itself")
                .isEmpty();
        passed.checked().concluded("PASS").decided("PASS");
        desks.runDue();
        return passed;
    }

    @Test
    @DisplayName("不能申请：别县的集群、没有的集群、已有复核在办、轮次已截止、已失效，都说明理由")
    void refused() {
        Account stranger = new Account("zhongning", "x", List.of("county-640521"));
        TestClock.set(APPLIED);
        assertThatThrownBy(() -> walk().applied(stranger))
                .hasMessageContaining("本单位没有")
                .hasMessageContaining("第十四条");
        assertThatThrownBy(() -> RenewalWalk.in(context).of(cluster).applied(OFFICER))
                .isInstanceOf(RuntimeException.class);
        RenewalWalk first = walk().applied();
        assertThatThrownBy(() -> walk().applied())
                .hasMessageContaining("复核已在办理（" + first.caseNumber())
                .hasMessageContaining("第十四条");
        first.submitted();
        assertThatThrownBy(() -> walk().applied()).hasMessageContaining("复核已在办理");
        first.withdrawn();
        TestClock.set(TERM_END.plusDays(1).atStartOfDay());
        assertThatThrownBy(() -> walk().appliedInRound())
                .hasMessageContaining("有效期至2029-06-15")
                .hasMessageContaining("目前没有正在受理的复核轮次")
                .hasMessageContaining("第十四条");
        desks.runDue();
        assertThatThrownBy(() -> walk().appliedInRound())
                .hasMessageContaining("到期失效")
                .hasMessageContaining("第十四条");
    }

    @Test
    @DisplayName("文件日期不能晚于今天")
    void documentsOfTomorrow() {
        RenewalWalk walk = applied().submitted();
        assertThatThrownBy(() -> walk.complete(
                        walk.city(),
                        "task_giveCityOpinion",
                        "cityOpinion",
                        "RECOMMEND",
                        "opinion",
                        "同意推荐",
                        "documentNumber",
                        "石工信发〔2029〕3号",
                        "documentDate",
                        APPLIED.plusDays(1).toString()))
                .hasMessageContaining("晚于今天");
        walk.checked().concluded("FAIL");
        assertThatThrownBy(() -> walk.complete(
                        LEADER,
                        "task_decideRenewal",
                        "renewalDecision",
                        "FAIL",
                        "reason",
                        "不再符合",
                        "documentNumber",
                        "宁工信企发〔2029〕8号",
                        "documentDate",
                        APPLIED.plusDays(1).toString(),
                        "renewalConfirmed",
                        true))
                .hasMessageContaining("晚于今天");
        assertThatThrownBy(() -> walk.complete(
                        LEADER,
                        "task_decideRenewal",
                        "renewalDecision",
                        "FAIL",
                        "reason",
                        "不再符合",
                        "documentNumber",
                        "宁工信企发〔2029〕8号",
                        "documentDate",
                        APPLIED.toString()))
                .as("not confirmed")
                .hasMessageContaining("确认决定");
    }
}
