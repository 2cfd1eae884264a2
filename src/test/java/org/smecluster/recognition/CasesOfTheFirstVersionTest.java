package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.Deadlines;
import org.smecluster.engine.Messages;
import org.smecluster.recognition.process.RecognitionProcess;
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

    private Deployment first;

    @BeforeEach
    void deploy() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        first = repository
                .createDeployment()
                .addClasspathResource("recognition/clusterRecognition-1.0.0.bpmn")
                .deploy();
    }

    @AfterEach
    void forget() {
        repository.deleteDeployment(first.getId(), true);
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
