package org.smecluster.publicnotice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.smecluster.support.Desks.LEADER;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.CaseScope.Reading;
import org.smecluster.casework.Cases;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.evidence.Intake;
import org.smecluster.evidence.Occasion;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterFact;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.FactKind;
import org.smecluster.registry.LifeReader;
import org.smecluster.registry.PublicList;
import org.smecluster.registry.PublicListItem;
import org.smecluster.registry.PublicLists;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.security.Account;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("第十二条(三)：公布以后收到的异议另案办理，有三种结果")
class LateObjectionTest {

    private static final String TOLD = "异议反映主导产业与实际不符，已核实";

    @Autowired
    Desks desks;

    @Autowired
    Cases cases;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    RevocationCauses causes;

    @Autowired
    EvidenceService evidence;

    @Autowired
    NoticeService notices;

    @Autowired
    PublicLists lists;

    @Autowired
    JdbcClient jdbc;

    private String cluster;

    @BeforeEach
    void recognised() {
        TestClock.set(LocalDate.of(2026, 6, 10));
        cluster = CaseWalk.recognised(registry);
        TestClock.set(LocalDate.of(2026, 7, 1));
    }

    private CaseRecord onlyCase() {
        return cases.ofCluster(cluster).stream()
                .filter(each -> each.kind() == CaseKind.YY)
                .findFirst()
                .orElseThrow();
    }

    private ProcessInstance verified() {
        ProcessInstance instance = CaseWalk.lateObjection(desks, cluster);
        CaseWalk.lateObjectionVerified(desks, instance);
        return instance;
    }

    @Test
    @DisplayName("维持原认定：结案并告知，名录不变")
    void upheld() {
        ProcessInstance instance = verified();
        assertThat(onlyCase().caseNumber()).isEqualTo("NXJQ-2026-YY-00001");
        assertThat(onlyCase().standing()).isEqualTo("待决定公布后异议");
        desks.complete(
                LEADER, instance, "task_decideLateObjection", "lateObjectionOutcome", "UPHOLD", "reason", "经核实不属实");
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "event_lateObjectionReceived",
                        "task_verifyLateObjection",
                        "task_decideLateObjection",
                        "service_closeUpheld",
                        "event_recognitionUpheld");
        assertThat(onlyCase().outcome()).isEqualTo("UPHELD");
        assertThat(told("county-640221")).anyMatch(text -> text.contains("维持原认定"));
        assertThat(causes.ofCluster(cluster)).isEmpty();
    }

    @Test
    @DisplayName("以文件更正：更正的事项自文件之日起记入名录，认定继续有效")
    void corrected() {
        ProcessInstance instance = verified();
        assertThatThrownBy(() -> corrected(instance, "2026-07-02")).hasMessageContaining("晚于今天");
        corrected(instance, "2026-07-01");
        assertThat(instance).isEnded().hasPassedInOrder("service_closeCorrected", "event_recognitionCorrected");
        assertThat(registry.get(cluster).leadingIndustry()).isEqualTo("新型碳材料");
        assertThat(registry.get(cluster).state().inForce()).isTrue();
        assertThat(registry.life(cluster).orElseThrow().facts())
                .filteredOn(fact -> fact.kind() == FactKind.LEADING_INDUSTRY)
                .last()
                .extracting(ClusterFact::article, ClusterFact::validFrom, ClusterFact::caseNumber)
                .containsExactly("第十二条(三)", LocalDate.of(2026, 7, 1), "NXJQ-2026-YY-00001");
        assertThat(onlyCase().outcome()).isEqualTo("CORRECTED");
    }

    private void corrected(ProcessInstance instance, String documentDate) {
        desks.complete(
                LEADER,
                instance,
                "task_decideLateObjection",
                "lateObjectionOutcome",
                "CORRECT",
                "reason",
                "公布文件所载主导产业有误",
                "correctedFact",
                "LEADING_INDUSTRY",
                "correctedValue",
                "新型碳材料",
                "documentNumber",
                "宁工信企发〔2026〕41号",
                "documentDate",
                documentDate);
    }

    @Test
    @DisplayName("移交撤销程序：作为线索移交，撤销案件随即立案；线索中没有异议人")
    void handedOver() {
        ProcessInstance instance = CaseWalk.lateObjectionHandedOver(desks, cluster);
        desks.runDue();
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("service_reportCause", "service_closeHandedOver", "event_handedOver");
        assertThat(onlyCase().outcome()).isEqualTo("HANDED_OVER");
        assertThat(causes.ofCluster(cluster)).singleElement().satisfies(cause -> {
            assertThat(cause.fact()).isEqualTo(RevocationFact.FALSE_APPLICATION_FOUND);
            assertThat(cause.sourceCase()).isEqualTo("NXJQ-2026-YY-00001");
            assertThat(cause.evidence()).contains("产值数据不实").doesNotContain("李四");
        });
        assertThat(cases.open(CaseKind.CX, cluster)).hasSize(1);
    }

    @Test
    @DisplayName("认定不再有效的：不能发起，也不能移交撤销，可以维持")
    void noLongerInForce() {
        ProcessInstance instance = verified();
        TestClock.set(LocalDate.of(2029, 6, 11));
        registry.lapse(cluster, LocalDate.of(2029, 6, 11));
        assertThatThrownBy(() -> desks.complete(
                        LEADER,
                        instance,
                        "task_decideLateObjection",
                        "lateObjectionOutcome",
                        "HAND_OVER",
                        "reason",
                        "数据不实",
                        "revocationFact",
                        "FALSE_APPLICATION_FOUND"))
                .hasMessageContaining("不能移交撤销程序");
        desks.complete(
                LEADER, instance, "task_decideLateObjection", "lateObjectionOutcome", "UPHOLD", "reason", "认定已到期");
        assertThat(instance).isEnded();
        assertThatThrownBy(() -> CaseWalk.lateObjection(desks, cluster)).hasMessageContaining("认定不在有效期内");
    }

    @Test
    @DisplayName("不能发起：没有这个集群、收到日期晚于今天、公示结果还没有公布")
    void refused() {
        assertThatThrownBy(() -> CaseWalk.lateObjection(desks, "NXJQ-640221-9999"))
                .hasMessageContaining("没有编号为");
        assertThatThrownBy(() -> CaseWalk.lateObjection(desks, cluster, "receivedOn", "2026-07-02"))
                .hasMessageContaining("晚于今天");
        lists.draft(new PublicList(
                "NXJQ-2026-PC-01",
                "公示",
                "宁工信企发〔2026〕12号",
                List.of(PublicListItem.of("NXJQ-2026-YY-00001", "平罗碳基材料集群", "碳基材料", "平罗县", "平罗县", "石嘴山市"))));
        CaseWalk.lateObjection(desks, cluster);
        notices.publish("NXJQ-2026-PC-01", 5, null, "none");
        assertThatThrownBy(() -> CaseWalk.lateObjection(desks, cluster)).hasMessageContaining("请在其“公示和异议”中登记");
        lists.settle("NXJQ-2026-PC-01", List.of("NXJQ-2026-YY-00001"));
        CaseWalk.lateObjection(desks, cluster);
    }

    @Test
    @DisplayName("异议人、理由、核实情况和材料只有自治区看得到，结案以后也是；申报主体看到经办另写的告知和决定")
    void whoReadsWhat() {
        ProcessInstance instance = verified();
        String number = onlyCase().caseNumber();
        Account officer = new Account("officer-1", "丁少华", List.of("province-officer"));
        Account unit = new Account("pingluo", "平罗县", List.of("county-640221"));
        assertThat(evidence.intake(onlyCase(), officer)).contains(new Intake(Occasion.OBJECTION, 1));
        assertThat(evidence.intake(onlyCase(), unit)).isEmpty();
        desks.complete(
                LEADER, instance, "task_decideLateObjection", "lateObjectionOutcome", "UPHOLD", "reason", "经核实不属实");
        assertThat(evidence.intake(onlyCase(), officer)).isEmpty();
        for (LifeReader reader : List.of(LifeReader.UNIT, LifeReader.CITY)) {
            Reading reading = new Reading(reader, false, true);
            assertThat(cases.entries(number).stream().filter(reading::reads))
                    .extracting(CaseEntry::text)
                    .containsExactly(TOLD, "经核实不属实", "维持原认定。经核实不属实");
        }
        assertThat(cases.entries(number))
                .filteredOn(new Reading(LifeReader.REGION, false, true)::reads)
                .hasSize(5)
                .first()
                .satisfies(entry -> assertThat(entry.particulars()).containsEntry("异议人", "李四"));
        assertThat(told("county-640221")).noneMatch(text -> text.contains("李四"));
    }

    private List<String> told(String group) {
        return jdbc.sql("select text from notification where group_id = :group")
                .param("group", group)
                .query(String.class)
                .list();
    }
}
