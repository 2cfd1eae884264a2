package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.Deadlines;
import org.smecluster.engine.Messages;
import org.smecluster.incident.IncidentRegister;
import org.smecluster.incident.NewIncident;
import org.smecluster.indicator.Enterprise;
import org.smecluster.recognition.process.RecognitionProcess;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The model as it was shipped as 1.0.0: filing and checks are its own steps, not called. */
@ProcessTest
@DisplayName("按第一版流程（1.0.0）开始的申报，照常办完")
class CasesOfTheFirstVersionTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Messages messages;

    @Autowired
    RecognitionService recognition;

    @Autowired
    Deadlines deadlines;

    @Autowired
    IncidentRegister register;

    @Autowired
    ClusterRegistry registry;

    private Deployment first;

    @BeforeEach
    void deploy() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        first = repository
                .createDeployment()
                .addClasspathResource("recognition/clusterRecognition-1.0.0.bpmn")
                .addClasspathResource("recognition/recognitionBatch-1.0.0.bpmn")
                .deploy();
    }

    @AfterEach
    void forget() {
        repository.deleteDeployment(first.getId(), true);
    }

    @Test
    @DisplayName("第十条、第十二条(三)：待公布的名单上最后一个集群移出后，公布任务还在，照旧办理而不公布任何集群，批次办结")
    void anEmptiedList() {
        Map<String, Object> opening = BatchWalk.openingForm();
        opening.put("windowStart", RecognitionWalk.WINDOW_START.toString());
        opening.put("windowEnd", RecognitionWalk.WINDOW_END.toString());
        opening.put("recommendationDeadline", RecognitionWalk.RECOMMENDATION_DEADLINE.toString());
        BatchWalk batch = BatchWalk.in(context).opened(opening);
        TestClock.set(LocalDate.of(2026, 6, 2));
        RecognitionWalk walk =
                RecognitionWalk.in(context).of("fine-chemicals-pingluo").reReviewed();
        batch.inNotice(walk.caseNumber()).periodEnded();
        Enterprise enterprise = walk.sample().workbook().enterprises().get(0);
        register.enter(
                new NewIncident(
                        new Incident(
                                IncidentType.SAFETY,
                                IncidentLevel.LARGE,
                                LocalDate.of(2026, 5, 20),
                                enterprise.creditCode().value(),
                                enterprise.name(),
                                "石应急通报〔2026〕7号"),
                        null,
                        "city-6402"),
                BatchWalk.OFFICER);
        assertThatThrownBy(batch::listPublished).hasMessageContaining("第十条所列情形");
        batch.decided(walk.caseNumber(), false, "发生较大生产安全事故");
        assertThat(batch.openTasks("task_publishList")).hasSize(1);
        batch.listPublished().run("service_closeBatch");
        assertThat(batch.instance()).isEnded().hasPassed("event_batchClosed");
        assertThat(batch.state(walk.caseNumber())).isEqualTo(ApplicationState.NOT_RECOGNISED);
        assertThat(registry.all()).isEmpty();
    }

    @Test
    @DisplayName("填报、补正、复审安排、专家评审、实地抽查都在本流程中办理，期限随办理关闭，直至认定")
    void goesOn() {
        RecognitionWalk walk = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .experts();
        walk.started().submitted().returned(5);
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(walk.caseNumber())
                .singleResult();
        assertThat(instance).isWaitingAt("task_enterData");
        assertThat(deadlines.open()).anyMatch(open -> open.spec().kind() == DeadlineKind.CORRECTION);
        walk.declared().jobDone().confirmed();
        assertThat(deadlines.open()).noneMatch(open -> open.spec().kind() == DeadlineKind.CORRECTION);
        walk.accepted().reviewed().recommended().reAssessed();
        walk.planned(List.of("expert-wang"), true)
                .expertAnswered("expert-wang", "产业基础扎实，同意推荐。")
                .inspected()
                .concluded("PASS");
        long id = walk.application().id();
        recognition.select(id);
        recognition.publish(id);
        recognition.recognise(id, "认定为自治区级集群");
        messages.send(RecognitionProcess.DECIDED, walk.caseNumber(), Map.of("recognised", true));
        assertThat(instance)
                .isEnded()
                .hasPassed("service_freezeSubmission", "task_giveExpertOpinion", "event_clusterRecognised");
        assertThat(walk.application().state()).isEqualTo(ApplicationState.RECOGNISED);
        assertThat(deadlines.open()).isEmpty();
    }
}
