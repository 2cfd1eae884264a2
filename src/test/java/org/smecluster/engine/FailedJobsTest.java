package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.law.Refusal;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("作业失败：间隔渐长地重试，用完后成为事件，写明原因和办法")
class FailedJobsTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    private Deployment deployment;

    @BeforeEach
    void start() {
        TestClock.set(LocalDate.of(2026, 6, 1));
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "failing.bpmn",
                        Bpmn.createExecutableProcess("failing")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask("service_register")
                                .name("登记集群")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${failingStep}")
                                .endEvent()
                                .done())
                .deploy();
        runtime.startProcessInstanceByKey("failing");
    }

    @AfterEach
    void undeploy() {
        FailingStep.failure = null;
        repository.deleteDeployment(deployment.getId(), true);
    }

    private Job job() {
        return management.createJobQuery().singleResult();
    }

    private void fail(RuntimeException failure) {
        FailingStep.failure = failure;
        assertThatThrownBy(() -> management.executeJob(job().getId())).isNotNull();
    }

    @Test
    @DisplayName("重试间隔10秒、1分钟、10分钟、1小时；第五次失败成为事件，可重试至办结")
    void retriedAtGrowingIntervals() {
        for (Duration interval :
                List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1))) {
            Instant now = ClockUtil.getCurrentTime().toInstant();
            fail(new Refusal("第十二条(三)：名单尚未公示"));
            assertThat(job().getDuedate().toInstant()).isEqualTo(now.plus(interval));
            assertThat(job().getExceptionMessage())
                    .startsWith("步骤“登记集群”没有完成。原因：按规定不能办理：第十二条(三)：名单尚未公示。系统将于6月1日")
                    .contains("自动重试。处理办法：请业务经办人员");
            assertThat(runtime.createIncidentQuery().count()).isZero();
            ClockUtil.setCurrentTime(job().getDuedate());
        }

        fail(new Refusal("第十二条(三)：名单尚未公示"));

        Incident incident = runtime.createIncidentQuery().singleResult();
        assertThat(incident.getIncidentMessage()).contains("步骤“登记集群”没有完成", "第十二条(三)：名单尚未公示", "自动重试次数已用完，不再重试。");
        assertThat(incident.getAnnotation()).startsWith("处理办法：请业务经办人员").contains("重试");
        assertThat(history.createHistoricIncidentQuery().singleResult().getAnnotation())
                .isEqualTo(incident.getAnnotation());

        FailingStep.failure = null;
        management.setJobRetries(job().getId(), 1);
        management.executeJob(job().getId());
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    @DisplayName("与他人同时办理的冲突不消耗重试次数，也不成为事件")
    void conflictsDoNotCount() {
        for (int i = 0; i < 12; i++) {
            fail(new OptimisticLockingException("row"));
        }
        assertThat(job().getRetries()).isPositive();
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(job().getExceptionMessage()).contains("同一案件恰被他人同时办理");
    }

    @Test
    @DisplayName("全部自带模型：异步步骤和定时都用同一重试办法，没有各自为政的")
    void oneCycleForAllModels() {
        Stream<FlowElement> elements = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(definition ->
                        repository
                                .getBpmnModelInstance(definition.getId())
                                .getModelElementsByType(FlowElement.class)
                                .stream());
        assertThat(elements)
                .isNotEmpty()
                .allMatch(element -> element.getExtensionElements() == null
                        || element.getExtensionElements()
                                        .getElementsQuery()
                                        .filterByType(
                                                org.camunda.bpm.model.bpmn.instance.camunda
                                                        .CamundaFailedJobRetryTimeCycle.class)
                                        .count()
                                == 0);
    }
}
