package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.incident.IncidentRegister;
import org.smecluster.incident.NewIncident;
import org.smecluster.incident.RegisteredIncident;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.support.Incidents;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("第十条：复审结论以后、公布以前登记的情形，不经评估和人的决定，不能入选、不能公布")
class LateIncidentsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    IncidentRegister register;

    @Autowired
    BatchComparisons comparisons;

    @Autowired
    Notifications notifications;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    RevocationCauses causes;

    private BatchWalk batch;
    private RecognitionWalk struck;
    private String caseNumber;

    @BeforeEach
    void oneReReviewed() {
        Map<String, Object> opening = BatchWalk.openingForm();
        opening.put("windowStart", RecognitionWalk.WINDOW_START.toString());
        opening.put("windowEnd", RecognitionWalk.WINDOW_END.toString());
        opening.put("recommendationDeadline", RecognitionWalk.RECOMMENDATION_DEADLINE.toString());
        batch = BatchWalk.in(context).opened(opening);
        TestClock.set(LocalDate.of(2026, 6, 2));
        struck = RecognitionWalk.in(context).of("fine-chemicals-pingluo").reReviewed();
        caseNumber = struck.caseNumber();
    }

    private RegisteredIncident registered(IncidentType type, IncidentLevel level) {
        var enterprise = struck.sample().workbook().enterprises().get(0);
        return register.enter(
                new NewIncident(
                        new Incident(
                                type,
                                level,
                                LocalDate.of(2026, 5, 20),
                                enterprise.creditCode().value(),
                                enterprise.name(),
                                "石应急通报〔2026〕7号"),
                        null,
                        "city-6402"),
                Incidents.OFFICER);
    }

    private BatchComparison.Row row() {
        return comparisons.comparison(batch.batch().id()).concluded().stream()
                .filter(row -> row.caseNumber().equals(caseNumber))
                .findFirst()
                .orElseThrow();
    }

    private List<String> told(String group) {
        return notifications.forGroups(List.of(group), "somebody", 0, 1000).stream()
                .map(Notification::text)
                .toList();
    }

    @Test
    @DisplayName("审定以前：系统随即重新评估并告知；被否决的不能入选，先前记为入选的也不能提交；登记撤回的可以入选")
    void atTheSelection() {
        batch.closedForRecommendations().compared().decided(caseNumber, true, null);
        assertThat(row().obstacle()).isNull();

        RegisteredIncident entry = registered(IncidentType.SAFETY, IncidentLevel.LARGE);

        assertThat(struck.application().reReviews()).isEqualTo(2);
        assertThat(row().obstacle()).contains("第十条所列情形").contains("较大");
        assertThat(row().incidents()).hasSize(1);
        for (String group : List.of("province-officer", "province-leader")) {
            assertThat(told(group)).anyMatch(text -> text.contains(entry.named()) && text.contains("不能入选"));
        }
        assertThatThrownBy(batch::selectionCompleted)
                .hasMessageContaining(caseNumber)
                .hasMessageContaining("第十条所列情形");
        assertThatThrownBy(() -> batch.decided(caseNumber, true, "影响不大")).hasMessageContaining("不能入选");

        register.takeBack(entry.id(), "经核实为邻县企业", Incidents.OFFICER);

        assertThat(row().obstacle()).isNull();
        batch.decided(caseNumber, true, null).selectionCompleted();
        assertThat(batch.state(caseNumber)).isEqualTo(ApplicationState.IN_NOTICE);
    }

    @Test
    @DisplayName("审定以前等级不明的：入选须写明对该情形的判断，按重新评估以前所作的决定不能提交；不入选的照常写明理由")
    void undecidedAtTheSelection() {
        batch.closedForRecommendations().compared().decided(caseNumber, true, "产业基础好");
        registered(IncidentType.POLLUTION, null);
        assertThatThrownBy(batch::selectionCompleted).hasMessageContaining("不能判断是否否决");
        assertThatThrownBy(() -> batch.decided(caseNumber, true, null)).hasMessageContaining("写明对这一情形的判断");
        batch.decided(caseNumber, true, "经市生态环境局答复，属一般污染事件").selectionCompleted();
        assertThat(batch.state(caseNumber)).isEqualTo(ApplicationState.IN_NOTICE);
    }

    @Test
    @DisplayName("公示以后登记的：不能公布，只影响这一个；审定人员移出并写明理由，告知申报主体；其他集群照常公布；公布以后不能再移出")
    void takenOffTheListThatIsAboutToBePublished() {
        String other =
                RecognitionWalk.in(context).of("wine-yongning").reReviewed().caseNumber();
        batch.inNotice(caseNumber, other);
        assertThatThrownBy(() -> batch.decided(caseNumber, false, "改变主意")).hasMessageContaining("没有待决定的第十条情形");
        batch.periodEnded();

        registered(IncidentType.SAFETY, IncidentLevel.MAJOR);

        assertThat(told("province-leader")).anyMatch(text -> text.contains("决定以前，不能公布"));
        assertThatThrownBy(batch::listPublished)
                .hasMessageContaining(caseNumber)
                .hasMessageContaining("决定移出名单还是保留");
        assertThat(row().open()).isTrue();
        assertThatThrownBy(() -> batch.decided(caseNumber, true, "影响不大")).hasMessageContaining("不能保留在名单中");
        assertThatThrownBy(() -> batch.decided(caseNumber, false, " ")).hasMessageContaining("理由");

        batch.decided(caseNumber, false, "发生重大生产安全事故");

        assertThat(batch.state(caseNumber)).isEqualTo(ApplicationState.NOT_RECOGNISED);
        assertThat(told(struck.application().applicantGroup()))
                .anyMatch(text -> text.contains("发生重大生产安全事故") && text.contains("未认定"));
        batch.listPublished();
        assertThat(registry.all()).extracting(ClusterRecord::sourceCase).containsExactly(other);
        assertThatThrownBy(() -> batch.decided(other, false, "再议")).hasMessageContaining("也不在公示的名单中");
        batch.run("service_closeBatch");
        assertThat(batch.instance()).isEnded();
        assertThat(struck.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("公示期内全部移出：期满后没有可公布的，批次办结")
    void allTakenOffWithinThePeriod() {
        batch.inNotice(caseNumber);
        registered(IncidentType.TAX_EVASION, null);
        batch.decided(caseNumber, false, "税务处罚决定书已生效").periodEnded();
        assertThat(batch.openTasks("task_publishList")).isEmpty();
        batch.run("service_closeBatch");
        assertThat(batch.instance()).isEnded().hasPassed("gateway_anyToPublish", "event_nothingFurther");
        assertThat(registry.all()).isEmpty();
    }

    @Test
    @DisplayName("待公布的名单上最后一个也移出：公布任务随之结束，批次办结")
    void theLastOneTakenOff() {
        batch.inNotice(caseNumber).periodEnded();
        registered(IncidentType.SAFETY, IncidentLevel.LARGE);
        batch.decided(caseNumber, false, "发生较大生产安全事故");
        assertThat(batch.openTasks("task_publishList")).isEmpty();
        batch.run("service_closeBatch");
        assertThat(batch.instance()).isEnded().hasPassed("event_listEmptied", "event_nothingFurther");
        assertThat(registry.all()).isEmpty();
    }

    @Test
    @DisplayName("公示以后登记的等级不明的情形：审定人员写明判断，保留在名单中，方可公布；名单公布以后不能移出，登记后作为撤销线索")
    void keptOnTheList() {
        batch.inNotice(caseNumber).periodEnded();
        registered(IncidentType.POLLUTION, null);
        assertThatThrownBy(batch::listPublished).hasMessageContaining("须由审定人员写明判断");
        batch.decided(caseNumber, true, "经市生态环境局答复，属一般污染事件");
        RegisteredIncident mistaken = registered(IncidentType.SAFETY, IncidentLevel.MAJOR);
        assertThatThrownBy(batch::listPublished).hasMessageContaining("第十条所列情形");
        register.takeBack(mistaken.id(), "误登", Incidents.OFFICER);
        assertThatThrownBy(batch::listPublished)
                .as("the judgement was made on an earlier assessment")
                .hasMessageContaining("须由审定人员写明判断");
        batch.decided(caseNumber, true, "经市生态环境局答复，属一般污染事件");
        batch.complete(BatchWalk.OFFICER, "task_publishList", batch.publicationForm());
        assertThatThrownBy(() -> batch.decided(caseNumber, false, "再议")).hasMessageContaining("第十七条(五)");
        registered(IncidentType.SAFETY, IncidentLevel.LARGE);
        assertThat(told("province-officer")).anyMatch(text -> text.contains("认定名单已经公布"));
        batch.run("service_registerClusters").run("service_informRecognised").run("service_closeBatch");
        assertThat(batch.state(caseNumber)).isEqualTo(ApplicationState.RECOGNISED);
        String cluster = registry.ofCase(caseNumber).orElseThrow().clusterNumber();
        assertThat(causes.ofCluster(cluster)).singleElement().satisfies(cause -> {
            assertThat(cause.fact()).isEqualTo(RevocationFact.MAJOR_INCIDENT);
            assertThat(cause.evidence()).contains("名单公布以后").contains("较大");
        });
    }
}
