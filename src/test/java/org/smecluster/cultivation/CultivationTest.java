package org.smecluster.cultivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.smecluster.support.Desks.OFFICER;
import static org.smecluster.support.Desks.PINGLUO;
import static org.smecluster.support.Desks.SHIZUISHAN;
import static org.smecluster.support.Desks.ZHONGNING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.casework.Casework;
import org.smecluster.casework.process.ClusterMessages;
import org.smecluster.engine.Messages;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.Recognition;
import org.smecluster.support.CaseOnFile;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.Desks.Clerk;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("第六条：申请入库、市级指导、自治区决定，入库后逐年填报进展")
class CultivationTest {

    @Autowired
    Desks desks;

    @Autowired
    Cases cases;

    @Autowired
    Casework casework;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    Messages messages;

    @BeforeEach
    void today() {
        TestClock.set(LocalDate.of(2026, 3, 2));
    }

    private ProcessInstance requested(Clerk clerk, Object... more) {
        return CaseWalk.admissionRequested(desks, clerk, more);
    }

    private void planned(ProcessInstance instance) {
        CaseWalk.planEntered(desks, instance);
    }

    private void forwarded(ProcessInstance instance) {
        desks.complete(SHIZUISHAN, instance, "task_guideAdmission", "guidance", "FORWARD", "opinion", "规划可行");
    }

    private ProcessInstance admitted() {
        ProcessInstance instance = CaseWalk.admissionDecided(desks);
        desks.runDue();
        return instance;
    }

    private CaseRecord theCase() {
        return CaseOnFile.ofUnit(cases, "county-640221").get(0);
    }

    private ClusterRecord cluster() {
        return registry.get(theCase().clusterNumber());
    }

    @Test
    @DisplayName("入库即有终身编号；六个方面逐项在案；次年1月15日填报进展，继续培育的再等一年")
    void admittedAndReviewed() {
        ProcessInstance instance = admitted();
        assertThat(cluster().clusterNumber()).isEqualTo("NXJQ-640221-0001");
        assertThat(cluster().state()).isEqualTo(ClusterState.CULTIVATED);
        assertThat(theCase().standing()).isEqualTo("在库培育");
        assertThat(casework.entries(theCase().caseNumber()))
                .filteredOn(entry -> entry.key().equals("plan-1"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.particulars()).hasSize(6).containsKey("第五条(六) 提升治理和服务能力"));

        TestClock.set(LocalDate.of(2027, 1, 16));
        desks.runDue();
        desks.complete(
                PINGLUO, instance, "task_reportProgress", "latestOutput", 21.3, "progress", "六个方面均有进展", "wish", "STAY");
        desks.complete(OFFICER, instance, "task_reviewProgress", "review", "KEEP", "opinion", "进展良好");
        assertThat(instance).isWaitingAt("gateway_inPool");
        TestClock.set(LocalDate.of(2028, 1, 16));
        desks.runDue();
        assertThat(instance).isWaitingAt("task_reportProgress");
    }

    @Test
    @DisplayName("出库的写明理由；可以再次申请，编号不变")
    void leftAndReturned() {
        ProcessInstance instance = admitted();
        TestClock.set(LocalDate.of(2027, 1, 16));
        desks.runDue();
        desks.complete(
                PINGLUO, instance, "task_reportProgress", "latestOutput", 9, "progress", "龙头企业外迁", "wish", "LEAVE");
        desks.complete(OFFICER, instance, "task_reviewProgress", "review", "REMOVE", "opinion", "不再具备培育基础");
        desks.runDue();
        assertThat(instance).isEnded().hasPassed("event_poolLeft");
        assertThat(cluster().state()).isEqualTo(ClusterState.LEFT_POOL);
        assertThat(theCase().outcomeReason()).isEqualTo("不再具备培育基础");

        String number = cluster().clusterNumber();
        ProcessInstance again = requested(PINGLUO, "knownClusterNumber", number);
        planned(again);
        forwarded(again);
        desks.complete(OFFICER, again, "task_decideAdmission", "decision", "ADMIT", "reason", "重新具备条件");
        desks.runDue();
        assertThat(registry.get(number).state()).isEqualTo(ClusterState.CULTIVATED);
        assertThat(registry.all()).hasSize(1);
    }

    @Test
    @DisplayName("被认定的，培育案件随之办结")
    void recognised() {
        ProcessInstance instance = admitted();
        String number = cluster().clusterNumber();
        registry.register(new Recognition(
                "NXJQ-2026-RD-00009",
                number,
                "平罗冶金集群",
                "冶金",
                "640221",
                "6402",
                "county-640221",
                LocalDate.of(2026, 9, 1),
                "宁工信企发〔2026〕60号"));
        messages.send(ClusterMessages.RECOGNISED_FROM_POOL, theCase().caseNumber(), Map.of());
        assertThat(instance).isEnded().hasPassed("event_cultivationSucceeded");
        assertThat(theCase().outcome()).isEqualTo("RECOGNISED");
        assertThat(theCase().outcomeReason()).as("not why it was admitted once").contains("已认定为自治区级集群");
    }

    private void progressReported(ProcessInstance instance) {
        desks.complete(
                PINGLUO, instance, "task_reportProgress", "latestOutput", 21.3, "progress", "六个方面均有进展", "wish", "STAY");
    }

    @Test
    @DisplayName("每年的进展一份，哪年的就是哪年的：迟报、迟审跨了年的，不记成另一年，也不漏一年")
    void aYearIsNeitherSkippedNorToldTwice() {
        ProcessInstance instance = admitted();
        TestClock.set(LocalDate.of(2027, 1, 16));
        desks.runDue();
        TestClock.set(LocalDate.of(2028, 1, 10));
        progressReported(instance);
        TestClock.set(LocalDate.of(2028, 1, 20));
        desks.complete(OFFICER, instance, "task_reviewProgress", "review", "KEEP", "opinion", "迟报一年");
        desks.runDue();
        progressReported(instance);
        desks.complete(OFFICER, instance, "task_reviewProgress", "review", "KEEP", "opinion", "进展良好");
        desks.runDue();

        assertThat(instance).isWaitingAt("gateway_inPool");
        assertThat(casework.entries(theCase().caseNumber()))
                .filteredOn(entry -> entry.title().equals("年度培育进展"))
                .extracting(entry -> entry.particulars().get("年度"))
                .containsExactly("2026", "2027");
    }

    @Test
    @DisplayName("退回的，上次填报的规划和六个方面都在表单里，不必重填")
    void whatWasEnteredIsOfferedAgain() {
        ProcessInstance instance = requested(PINGLUO);
        planned(instance);
        desks.complete(SHIZUISHAN, instance, "task_guideAdmission", "guidance", "RETURN", "opinion", "补充扶持政策");
        for (CultivationLine line : CultivationLine.values()) {
            assertThat(desks.offered(PINGLUO, instance, "task_enterPlan", line.field() + "Goals"))
                    .isEqualTo(line.label() + "目标");
            assertThat(desks.offered(PINGLUO, instance, "task_enterPlan", line.field() + "Measures"))
                    .isEqualTo(line.label() + "措施");
            assertThat(desks.offered(PINGLUO, instance, "task_enterPlan", line.field() + "Unit"))
                    .isEqualTo("县工信局");
        }
    }

    @Test
    @DisplayName("六个方面缺一项、只填空格的不能提交")
    void everyLineIsNeeded() {
        ProcessInstance instance = requested(PINGLUO);
        List<Object> fields = new ArrayList<>(List.of("developmentPlan", "三年产值过三十亿元"));
        for (CultivationLine line : CultivationLine.values()) {
            fields.addAll(List.of(
                    line.field() + "Goals", line.label() + "目标",
                    line.field() + "Measures", line.label() + "措施",
                    line.field() + "Unit", line == CultivationLine.GREEN ? "   " : "县工信局"));
        }
        assertThatThrownBy(() -> desks.complete(PINGLUO, instance, "task_enterPlan", fields.toArray()))
                .hasMessageContaining("责任单位");
        assertThat(instance).isWaitingAt("task_enterPlan");
    }

    @Test
    @DisplayName("出库意见写满也登记得下")
    void aLongOpinion() {
        ProcessInstance instance = admitted();
        TestClock.set(LocalDate.of(2027, 1, 16));
        desks.runDue();
        progressReported(instance);
        desks.complete(OFFICER, instance, "task_reviewProgress", "review", "REMOVE", "opinion", "长".repeat(2000));
        desks.runDue();
        assertThat(instance).isEnded().hasPassed("event_poolLeft");
    }

    @Test
    @DisplayName("申请在办期间集群已被认定的，不能再决定入库，可以不予入库；同一集群同时只有一个入库申请")
    void recognisedWhileApplying() {
        ProcessInstance first = admitted();
        String number = cluster().clusterNumber();
        TestClock.set(LocalDate.of(2027, 1, 16));
        desks.runDue();
        progressReported(first);
        desks.complete(OFFICER, first, "task_reviewProgress", "review", "REMOVE", "opinion", "不再具备培育基础");
        desks.runDue();
        ProcessInstance again = requested(PINGLUO, "knownClusterNumber", number);
        assertThatThrownBy(() -> requested(PINGLUO, "knownClusterNumber", number))
                .hasMessageContaining("NXJQ-2027-PY-00001");
        planned(again);
        forwarded(again);
        registry.register(new Recognition(
                "NXJQ-2026-RD-00009",
                number,
                "平罗冶金集群",
                "冶金",
                "640221",
                "6402",
                "county-640221",
                LocalDate.of(2027, 1, 10),
                "宁工信企发〔2027〕1号"));
        assertThatThrownBy(() ->
                        desks.complete(OFFICER, again, "task_decideAdmission", "decision", "ADMIT", "reason", "同意入库"))
                .hasMessageContaining("认定")
                .hasMessageContaining("不予入库");
        desks.complete(OFFICER, again, "task_decideAdmission", "decision", "REFUSE", "reason", "已被认定");
        assertThat(again).isEnded().hasPassed("event_admissionRefused");
    }

    @Test
    @DisplayName("一个集群终身一个编号：本单位同名集群已有编号或者正在申请的，须用原编号，不另编")
    void oneNumberForLife() {
        ProcessInstance first = requested(PINGLUO);
        assertThatThrownBy(() -> requested(PINGLUO)).hasMessageContaining("NXJQ-2026-PY-00001");
        planned(first);
        forwarded(first);
        desks.complete(OFFICER, first, "task_decideAdmission", "decision", "ADMIT", "reason", "同意入库");
        desks.runDue();
        TestClock.set(LocalDate.of(2027, 1, 16));
        desks.runDue();
        progressReported(first);
        desks.complete(OFFICER, first, "task_reviewProgress", "review", "REMOVE", "opinion", "不再具备培育基础");
        desks.runDue();
        assertThatThrownBy(() -> requested(PINGLUO))
                .hasMessageContaining("NXJQ-640221-0001")
                .hasMessageContaining("原集群编号");
    }

    @Test
    @DisplayName("市级、自治区退回的补充后再报；不予入库的告知理由")
    void returnedAndRefused() {
        ProcessInstance instance = requested(PINGLUO);
        planned(instance);
        desks.complete(SHIZUISHAN, instance, "task_guideAdmission", "guidance", "RETURN", "opinion", "补充扶持政策");
        assertThat(desks.offered(PINGLUO, instance, "task_enterPlan", "developmentPlan"))
                .isEqualTo("三年产值过三十亿元");
        planned(instance);
        forwarded(instance);
        desks.complete(OFFICER, instance, "task_decideAdmission", "decision", "RETURN", "reason", "规划与园区规划不一致");
        planned(instance);
        forwarded(instance);
        desks.complete(OFFICER, instance, "task_decideAdmission", "decision", "REFUSE", "reason", "规模不足");

        assertThat(instance).isEnded().hasPassed("event_admissionRefused");
        assertThat(registry.all()).isEmpty();
        assertThat(casework.entries(theCase().caseNumber()))
                .extracting(CaseEntry::key)
                .contains("plan-1", "plan-2", "plan-3", "city-1", "city-2", "city-3", "decision-1", "decision-2");
        assertThat(casework.remedy(theCase().caseNumber()).orElseThrow().told()).contains("作出机关：宁夏回族自治区工业和信息化厅。救济途径：");
    }

    @Test
    @DisplayName("不能申请：市级和自治区、别县的集群、已在库的集群")
    void refusedAtTheStart() {
        assertThatThrownBy(() -> requested(SHIZUISHAN)).isInstanceOf(AuthorizationException.class);
        admitted();
        String number = cluster().clusterNumber();
        assertThatThrownBy(() -> requested(ZHONGNING, "knownClusterNumber", number))
                .hasMessageContaining("本单位没有");
        assertThatThrownBy(() -> requested(PINGLUO, "knownClusterNumber", number))
                .hasMessageContaining("培育");
    }
}
