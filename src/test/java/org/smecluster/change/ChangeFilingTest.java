package org.smecluster.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.smecluster.support.Desks.OFFICER;
import static org.smecluster.support.Desks.PINGLUO;
import static org.smecluster.support.Desks.SHIZUISHAN;
import static org.smecluster.support.Desks.ZHONGNING;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.engine.DecisionTables;
import org.smecluster.engine.Mailbox;
import org.smecluster.paper.PaperKind;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterFact;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.FactKind;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.security.Account;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.PaperOnFile;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("第十五条：重大变动于发生后1个月内备案，逾期的照样受理并报告线索")
class ChangeFilingTest {

    @Autowired
    Desks desks;

    @Autowired
    ApplicationContext context;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    Cases cases;

    @Autowired
    ChangeFilingService filings;

    @Autowired
    RevocationCauses causes;

    @Autowired
    DecisionTables tables;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RepositoryService repository;

    private String cluster;

    @BeforeEach
    void recognised() {
        TestClock.set(LocalDate.of(2026, 6, 10));
        cluster = CaseWalk.recognised(registry);
        TestClock.set(LocalDate.of(2027, 2, 3));
    }

    private ProcessInstance filed(Desks.Clerk clerk, String kind, String changedOn, Object... more) {
        Object[] fields = new Object[10 + more.length];
        Object[] fixed = {
            "clusterNumber",
            cluster,
            "changeKind",
            kind,
            "changedOn",
            changedOn,
            "newValue",
            "新材料",
            "description",
            "产业升级"
        };
        System.arraycopy(fixed, 0, fields, 0, fixed.length);
        System.arraycopy(more, 0, fields, fixed.length, more.length);
        return desks.start(clerk, "changeFiling", fields);
    }

    private CaseRecord theCase() {
        return cases.ofCluster(cluster).get(0);
    }

    private void submitted(ProcessInstance instance) {
        desks.complete(
                PINGLUO,
                instance,
                "task_confirmFiling",
                "filingStep",
                "SUBMIT",
                "newValue",
                "新材料",
                "explanation",
                "已变更");
    }

    private void forwardedAndRegistered(ProcessInstance instance) {
        desks.complete(SHIZUISHAN, instance, "task_forwardFiling", "forwarding", "FORWARD", "opinion", "情况属实");
        desks.complete(OFFICER, instance, "task_registerChange", "registration", "REGISTER", "opinion", "同意备案");
        desks.runDue();
    }

    @Test
    @DisplayName("按期：提交前看到截止日期；备案后名录新旧两种情况各有日期，没有线索")
    void inTime() {
        ProcessInstance instance = filed(PINGLUO, "LEADING_INDUSTRY", "2027-01-31");
        assertThat(desks.offered(PINGLUO, instance, "task_confirmFiling", "periodText"))
                .asString()
                .contains("2027-03-01")
                .contains("不逾期");
        assertThat(desks.task(PINGLUO, instance, "task_confirmFiling").getDueDate())
                .isNotNull();
        submitted(instance);
        assertThatThrownBy(() -> filings.register(theCase().caseNumber()))
                .as("whatever the model says")
                .hasMessageContaining("不能登记变动（第十五条）");
        forwardedAndRegistered(instance);

        assertThat(instance).isEnded().hasPassed("event_changeFiled").hasNotPassed("service_reportLateFiling");
        assertThat(theCase().outcome()).isEqualTo("FILED");
        assertThat(new PaperOnFile(context)
                        .draft(
                                theCase().caseNumber(),
                                PaperKind.CHANGE_RECEIPT,
                                new Account("officer-1", "马晓燕", List.of("province-officer")))
                        .facts()
                        .values())
                .containsEntry("变动日期", "2027年1月31日")
                .containsEntry("备案截止", "2027年3月1日")
                .containsEntry("是否按时", "按时")
                .containsEntry("是否重大变动", "重大变动")
                .containsEntry("意见", "同意备案");
        var life = registry.life(cluster).orElseThrow();
        assertThat(life.factOn(FactKind.LEADING_INDUSTRY, LocalDate.of(2027, 1, 30)))
                .contains("碳基材料");
        assertThat(life.factOn(FactKind.LEADING_INDUSTRY, LocalDate.of(2027, 1, 31)))
                .contains("新材料");
        assertThat(causes.ofCluster(cluster)).isEmpty();
    }

    @Test
    @DisplayName("逾期：照样受理，注明逾期，并成为一个撤销案件的线索；退回补充不改变首次提交日")
    void late() {
        ProcessInstance instance = filed(PINGLUO, "OPERATING_BODY", "2026-12-31");
        assertThat(desks.offered(PINGLUO, instance, "task_confirmFiling", "periodText"))
                .asString()
                .contains("已经逾期");
        submitted(instance);
        desks.complete(SHIZUISHAN, instance, "task_forwardFiling", "forwarding", "RETURN", "opinion", "补充营业执照");
        assertThat(desks.offered(PINGLUO, instance, "task_confirmFiling", "returnOpinion"))
                .isEqualTo("补充营业执照");
        submitted(instance);
        forwardedAndRegistered(instance);

        assertThat(instance).isEnded().hasPassed("service_reportLateFiling");
        assertThat(causes.ofCluster(cluster)).singleElement().satisfies(cause -> {
            assertThat(cause.fact()).isEqualTo(RevocationFact.CHANGE_UNFILED);
            assertThat(cause.evidence()).contains("2027-02-01").contains("2027-02-03");
        });
        assertThat(cases.open(CaseKind.CX, cluster)).hasSize(1);
    }

    @Test
    @DisplayName("首次按期提交的，退回后到期限以外再提交，不算逾期")
    void returnedAfterTheFirstSubmission() {
        ProcessInstance instance = filed(PINGLUO, "AREA", "2027-01-05");
        submitted(instance);
        TestClock.set(LocalDate.of(2027, 2, 20));
        desks.complete(SHIZUISHAN, instance, "task_forwardFiling", "forwarding", "FORWARD", "opinion", "属实");
        desks.complete(OFFICER, instance, "task_registerChange", "registration", "RETURN", "opinion", "补充四至范围");
        submitted(instance);
        forwardedAndRegistered(instance);
        assertThat(instance).isEnded().hasNotPassed("service_reportLateFiling");
    }

    @Test
    @DisplayName("自治区自行发现的：当即报告线索，并要求申报主体备案，不能撤回；备案逾期不再另报")
    void discoveredByTheRegion() {
        ProcessInstance instance = filed(OFFICER, "AREA", "2026-11-02");
        assertThat(causes.ofCluster(cluster))
                .extracting(RevocationCause::fact)
                .containsExactly(RevocationFact.CHANGE_UNFILED);
        assertThatThrownBy(() -> desks.complete(
                        PINGLUO, instance, "task_confirmFiling", "filingStep", "WITHDRAW", "explanation", "误报"))
                .hasMessageContaining("不能撤回");
        submitted(instance);
        forwardedAndRegistered(instance);
        assertThat(causes.ofCluster(cluster)).hasSize(1);
        assertThat(cases.open(CaseKind.CX, cluster)).hasSize(1);
    }

    @Test
    @DisplayName("其他变动影响不明的，由经办人员判断是否重大；判断之前不能登记")
    void undecided() {
        ProcessInstance instance = filed(PINGLUO, "OTHER", "2026-12-01");
        submitted(instance);
        desks.complete(SHIZUISHAN, instance, "task_forwardFiling", "forwarding", "FORWARD", "opinion", "属实");
        assertThatThrownBy(() -> desks.complete(
                        OFFICER, instance, "task_registerChange", "registration", "REGISTER", "opinion", "同意"))
                .hasMessageContaining("重大变动");
        desks.complete(
                OFFICER,
                instance,
                "task_registerChange",
                "registration",
                "REGISTER",
                "judgedMajor",
                "false",
                "opinion",
                "名称变更，不影响认定条件");
        desks.runDue();
        assertThat(instance).isEnded().hasNotPassed("service_reportLateFiling");
        assertThat(causes.ofCluster(cluster)).isEmpty();
    }

    @Test
    @DisplayName("误报的撤回，须写明理由，名录不变")
    void withdrawn() {
        ProcessInstance instance = filed(PINGLUO, "OTHER", "2027-01-15", "affectsConditions", "false");
        assertThat(desks.offered(PINGLUO, instance, "task_confirmFiling", "periodText"))
                .asString()
                .contains("没有备案期限");
        assertThatThrownBy(() -> desks.complete(PINGLUO, instance, "task_confirmFiling", "filingStep", "WITHDRAW"))
                .hasMessageContaining("写明理由");
        desks.complete(PINGLUO, instance, "task_confirmFiling", "filingStep", "WITHDRAW", "explanation", "填错集群");
        assertThat(instance).isEnded().hasPassed("event_filingWithdrawn");
        assertThat(registry.life(cluster).orElseThrow().facts())
                .extracting(ClusterFact::caseNumber)
                .containsOnly("NXJQ-2026-RD-00001");
    }

    @Test
    @DisplayName("不能填报：别县的集群、以后的日期、已失效的集群")
    void refused() {
        assertThatThrownBy(() -> filed(ZHONGNING, "AREA", "2027-01-15")).hasMessageContaining("本单位没有");
        assertThatThrownBy(() -> filed(PINGLUO, "AREA", "2027-02-04")).hasMessageContaining("晚于今天");
        TestClock.set(LocalDate.of(2029, 6, 11));
        registry.lapse(cluster, LocalDate.of(2029, 6, 11));
        assertThatThrownBy(() -> filed(PINGLUO, "AREA", "2029-06-01")).hasMessageContaining("到期失效");
    }

    @Test
    @DisplayName("认定以前的变动不备案：日期早于认定日期的不能填报")
    void beforeTheRecognition() {
        assertThatThrownBy(() -> filed(PINGLUO, "AREA", "2026-06-09"))
                .hasMessageContaining("2026-06-10")
                .hasMessageContaining("认定");
        assertThat(cases.ofCluster(cluster)).isEmpty();
    }

    @Test
    @DisplayName("同一变动只有一个案件：在办或者已备案的不能再报，撤回的可以重新填报")
    void oneCaseForAChange() {
        ProcessInstance instance = filed(PINGLUO, "AREA", "2027-01-15");
        assertThatThrownBy(() -> filed(OFFICER, "AREA", "2027-01-15")).hasMessageContaining("NXJQ-2027-BG-00001");
        filed(PINGLUO, "AREA", "2027-01-20");
        desks.complete(PINGLUO, instance, "task_confirmFiling", "filingStep", "WITHDRAW", "explanation", "面积填错");
        ProcessInstance again = filed(PINGLUO, "AREA", "2027-01-15");
        submitted(again);
        forwardedAndRegistered(again);
        assertThatThrownBy(() -> filed(OFFICER, "AREA", "2027-01-15")).hasMessageContaining("NXJQ-2027-BG-00003");
    }

    @Test
    @DisplayName("自治区在备案期限内发现的：线索写明期限尚未届满；到期仍未备案是另一条线索，逾期备案不再另报")
    void discoveredWithinThePeriod() {
        ProcessInstance instance = filed(OFFICER, "AREA", "2027-01-15");
        assertThat(causes.ofCluster(cluster)).singleElement().satisfies(cause -> assertThat(cause.evidence())
                .contains("2027-02-15")
                .contains("尚未届满"));
        TestClock.set(LocalDate.of(2027, 2, 16));
        desks.runDue();
        assertThat(causes.ofCluster(cluster)).hasSize(2).last().satisfies(cause -> assertThat(cause.evidence())
                .contains("2027-02-15")
                .contains("期满仍未提交备案"));
        submitted(instance);
        forwardedAndRegistered(instance);
        assertThat(instance).isEnded().hasPassed("event_unfiledReported", "event_changeFiled");
        assertThat(causes.ofCluster(cluster)).hasSize(2);
        assertThat(cases.open(CaseKind.CX, cluster)).hasSize(1);
    }

    @Test
    @DisplayName("填报了一直不提交的：期满作为线索报告，不是重大变动的不报告")
    void neverSubmitted() {
        filed(PINGLUO, "LEADING_INDUSTRY", "2027-01-15");
        filed(PINGLUO, "OTHER", "2027-01-15", "affectsConditions", "false");
        TestClock.set(LocalDate.of(2027, 2, 15));
        desks.runDue();
        assertThat(causes.ofCluster(cluster)).isEmpty();
        TestClock.set(LocalDate.of(2027, 2, 16));
        desks.runDue();
        assertThat(causes.ofCluster(cluster))
                .extracting(RevocationCause::cause)
                .containsExactly("change:NXJQ-2027-BG-00001");
    }

    @Test
    @DisplayName("填报时已经逾期的：给7天提交，不提交的作为线索报告；7天内提交的，登记时报告")
    void openedLate() {
        filed(PINGLUO, "AREA", "2026-11-02");
        desks.runDue();
        assertThat(causes.ofCluster(cluster)).isEmpty();
        TestClock.set(LocalDate.of(2027, 2, 11));
        desks.runDue();
        assertThat(causes.ofCluster(cluster)).hasSize(1);
    }

    @Test
    @DisplayName("查明不属实的，自治区不予登记并结案：名录不变，也不算逾期")
    void notTrue() {
        ProcessInstance instance = filed(OFFICER, "AREA", "2026-11-02");
        submitted(instance);
        desks.complete(SHIZUISHAN, instance, "task_forwardFiling", "forwarding", "FORWARD", "opinion", "实地核对，四至未变");
        desks.complete(OFFICER, instance, "task_registerChange", "registration", "DISMISS", "opinion", "经核对，四至未变");
        assertThat(instance).isEnded().hasPassed("event_changeDismissed");
        assertThat(theCase().outcome()).isEqualTo("DISMISSED");
        assertThat(theCase().outcomeReason()).isEqualTo("经核对，四至未变");
        assertThat(registry.life(cluster).orElseThrow().facts())
                .extracting(ClusterFact::caseNumber)
                .containsOnly("NXJQ-2026-RD-00001");
    }

    @Test
    @DisplayName("认定失效时还在申报主体手里的备案随之结案；已经提交的照常登记")
    void recognitionEnded() {
        ProcessInstance unsubmitted = filed(OFFICER, "AREA", "2026-11-02");
        ProcessInstance submitted = filed(PINGLUO, "LEADING_INDUSTRY", "2027-01-15");
        submitted(submitted);
        TestClock.set(LocalDate.of(2029, 6, 11));
        registry.lapse(cluster, LocalDate.of(2029, 6, 11));
        mailbox.deliverWaiting();
        assertThat(unsubmitted).isEnded().hasPassed("event_filingNotNeeded");
        assertThat(cases.open(CaseKind.BG, cluster)).hasSize(1);
        forwardedAndRegistered(submitted);
        assertThat(submitted).isEnded().hasPassed("event_changeFiled");
    }

    @Test
    @DisplayName("政策负责人改动的判定表没有给出结论的，由经办人员判断，填报不受影响")
    void theTableSaysNothing() {
        var changed = repository
                .createDeployment()
                .addInputStream("changeSignificance.dmn", withoutTheRuleForAreas())
                .deploy();
        try {
            ProcessInstance instance = filed(PINGLUO, "AREA", "2027-01-15");
            assertThat(desks.offered(PINGLUO, instance, "task_confirmFiling", "significanceText"))
                    .asString()
                    .contains("由自治区经办人员判断");
            submitted(instance);
            desks.complete(SHIZUISHAN, instance, "task_forwardFiling", "forwarding", "FORWARD", "opinion", "属实");
            assertThatThrownBy(() -> desks.complete(
                            OFFICER, instance, "task_registerChange", "registration", "REGISTER", "opinion", "同意"))
                    .hasMessageContaining("重大变动");
        } finally {
            repository.deleteDeployment(changed.getId(), true);
        }
    }

    private static InputStream withoutTheRuleForAreas() {
        try {
            String table = Files.readString(Path.of("processes/change/changeSignificance.dmn"));
            return new ByteArrayInputStream(table.replace("<text>\"AREA\"</text>", "<text>\"AREA_OF_OLD\"</text>")
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest(name = "{0}，影响认定条件：{1} → {2}")
    @DisplayName("changeSignificance：三类变更是重大变动；其他的看影响，不明的由人判断")
    @CsvSource(
            nullValues = "null",
            value = {
                "LEADING_INDUSTRY, null, MAJOR",
                "AREA, false, MAJOR",
                "OPERATING_BODY, true, MAJOR",
                "OTHER, true, MAJOR",
                "OTHER, false, MINOR",
                "OTHER, null, UNDECIDED",
                "null, null, UNDECIDED"
            })
    void significance(String kind, Boolean affects, String expected) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("changeKind", kind);
        inputs.put("affectsConditions", affects);
        assertThat(tables.evaluate("changeSignificance", inputs).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get("significance")).isEqualTo(expected));
    }
}
