package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.smecluster.support.Desks.OFFICER;
import static org.smecluster.support.Desks.PINGLUO;
import static org.smecluster.support.Desks.ZHONGNING;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.engine.Mailbox;
import org.smecluster.filing.Filing;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterLife;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.Recognition;
import org.smecluster.support.CaseOnFile;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
@DisplayName("第六条：从培育库申报认定，沿用编号、名称和主导产业，认定后出库")
class RecognitionFromPoolTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Desks desks;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    Cases cases;

    @Autowired
    Filing filing;

    @Autowired
    BatchMessages messages;

    @Autowired
    TransactionTemplate transaction;

    private BatchWalk batch;
    private RecognitionWalk walk;
    private ProcessInstance pool;
    private String number;

    @BeforeEach
    void aClusterInThePool() {
        Map<String, Object> opening = BatchWalk.openingForm();
        opening.put("windowStart", RecognitionWalk.WINDOW_START.toString());
        opening.put("windowEnd", RecognitionWalk.WINDOW_END.toString());
        opening.put("recommendationDeadline", RecognitionWalk.RECOMMENDATION_DEADLINE.toString());
        batch = BatchWalk.in(context).opened(opening);
        walk = walk();
        pool = admitted();
        number = cases.find(poolCase()).orElseThrow().clusterNumber();
        TestClock.set(LocalDate.of(2026, 6, 2));
    }

    private RecognitionWalk walk() {
        return RecognitionWalk.in(context).of("fine-chemicals-pingluo");
    }

    private ProcessInstance admitted() {
        ProcessInstance instance = CaseWalk.admissionDecided(
                desks, "clusterName", walk().sample().getClusterName(), "leadingIndustry", "精细化工");
        desks.runDue();
        return instance;
    }

    private String poolCase() {
        return CaseOnFile.ofUnit(cases, "county-640221").stream()
                .filter(record -> record.kind() == CaseKind.PY)
                .map(CaseRecord::caseNumber)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> fromPool(String number) {
        return new HashMap<>(Map.of("poolClusterNumber", number, "crossCounty", "false", "designatedByCity", false));
    }

    @Test
    @DisplayName("认定的集群编号终身不变，培育案件以认定办结，数据计入在册数据")
    void recognised() {
        walk.started(fromPool(number));
        assertThat(walk.application().clusterName()).isEqualTo(walk.sample().getClusterName());
        assertThat(walk.application().leadingIndustry()).isEqualTo("精细化工");
        assertThat(walk.application().poolCluster()).isEqualTo(number);

        walk.submitted()
                .accepted()
                .reviewed()
                .recommended()
                .reAssessed()
                .planned(List.of(), false)
                .concluded("PASS");
        batch.inNotice(walk.caseNumber()).periodEnded().listPublished();
        desks.runDue();

        assertThat(registry.all()).singleElement().satisfies(cluster -> {
            assertThat(cluster.clusterNumber()).isEqualTo(number);
            assertThat(cluster.state()).isEqualTo(ClusterState.RECOGNISED);
            assertThat(cluster.termEndsOn()).isNotNull();
        });
        ClusterLife life = registry.life(number).orElseThrow();
        assertThat(life.terms()).singleElement().satisfies(term -> assertThat(term.sourceCase())
                .isEqualTo(walk.caseNumber()));
        assertThat(life.poolStays()).singleElement().satisfies(stay -> assertThat(stay.leaveReason())
                .contains("认定"));
        assertThat(pool).isEnded().hasPassed("event_cultivationSucceeded");
        assertThat(cases.find(poolCase()).orElseThrow().outcome()).isEqualTo("RECOGNISED");
        assertThat(walk.application().state()).isEqualTo(ApplicationState.RECOGNISED);
    }

    @Test
    @DisplayName("不是本单位的、不在库的、已在申报的不予发起；撤回后再申报，沿用上次的声明")
    void refusedAndAgain() {
        assertThatThrownBy(() -> desks.start(
                        ZHONGNING,
                        "clusterRecognition",
                        "poolClusterNumber",
                        number,
                        "crossCounty",
                        "false",
                        "designatedByCity",
                        false))
                .hasMessageContaining("本单位没有编号为" + number);
        assertThatThrownBy(() -> walk().started(fromPool("NXJQ-640221-0099"))).hasMessageContaining("本单位没有编号为");
        assertThatThrownBy(() -> walk().started(fromPool("0099"))).hasMessageContaining("集群编号格式不正确");
        assertThatThrownBy(() -> walk().started(fromPool(" "))).hasMessageContaining("集群名称");

        walk.started(fromPool(number)).submitted();
        assertThatThrownBy(() -> walk().started(fromPool(number))).hasMessageContaining("已在申报（案号" + walk.caseNumber());

        context.getBean(RecognitionService.class).withdraw(walk.caseNumber(), walk.applicant(), "补充数据后重报");
        RecognitionWalk again = walk().started(fromPool(number));
        assertThat(filing.declarations(filing.latest(again.caseNumber())))
                .isEqualTo(filing.declarations(filing.latest(walk.caseNumber())))
                .satisfies(taken -> assertThat(taken.byCode()).isNotEmpty());
        context.getBean(RecognitionService.class).withdraw(again.caseNumber(), again.applicant(), "不报了");

        registry.leavePool(number, LocalDate.of(2026, 6, 2), "不再培育", poolCase());
        assertThatThrownBy(() -> walk().started(fromPool(number))).hasMessageContaining("不在培育库中");
    }

    @Test
    @DisplayName("认定时年度进展还在审阅：不能再出库，继续培育后随即以认定办结")
    void recognisedWhileProgressIsReviewed() {
        TestClock.set(LocalDate.of(2027, 1, 16));
        desks.runDue();
        registry.register(new Recognition(
                "NXJQ-2026-RD-00009",
                number,
                walk.sample().getClusterName(),
                "精细化工",
                "640221",
                "6402",
                "county-640221",
                LocalDate.of(2027, 1, 16),
                "宁工信企发〔2027〕1号"));
        transaction.executeWithoutResult(status -> messages.recognisedFromPool(poolCase()));
        desks.complete(PINGLUO, pool, "task_reportProgress", "latestOutput", 41, "progress", "各方面均有进展", "wish", "STAY");
        assertThatThrownBy(() ->
                        desks.complete(OFFICER, pool, "task_reviewProgress", "review", "REMOVE", "opinion", "不再培育"))
                .hasMessageContaining("已被认定");
        desks.complete(OFFICER, pool, "task_reviewProgress", "review", "KEEP", "opinion", "已认定");
        context.getBean(Mailbox.class).deliverWaiting();
        desks.runDue();
        assertThat(pool).isEnded().hasPassed("event_cultivationSucceeded");
    }
}
