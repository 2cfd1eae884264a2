package org.smecluster.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.smecluster.support.Desks.OFFICER;
import static org.smecluster.support.Desks.PINGLUO;
import static org.smecluster.support.Desks.SHIZUISHAN;
import static org.smecluster.support.Desks.ZHONGNING;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.engine.DecisionTables;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterFact;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.FactKind;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("第十五条：重大变动于发生后1个月内备案，逾期的照样受理并报告线索")
class ChangeFilingTest {

    @Autowired
    Desks desks;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    Cases cases;

    @Autowired
    RevocationCauses causes;

    @Autowired
    DecisionTables tables;

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
        forwardedAndRegistered(instance);

        assertThat(instance).isEnded().hasPassed("event_changeFiled").hasNotPassed("service_reportLateFiling");
        assertThat(theCase().outcome()).isEqualTo("FILED");
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
