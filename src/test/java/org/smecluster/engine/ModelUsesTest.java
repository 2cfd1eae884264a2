package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("案件所用的流程版本：立案时记下，迁移时再记，删除部署后仍在")
class ModelUsesTest {

    private static final String CASE = "NXJQ-2027-BG-09999";

    @Autowired
    ModelUses uses;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @AfterEach
    void undeploy() {
        repository
                .createDeploymentQuery()
                .deploymentName("模型版本试验")
                .list()
                .forEach(each -> repository.deleteDeployment(each.getId(), true));
    }

    private ProcessDefinition deployed(String name) {
        String deployment = repository
                .createDeployment()
                .name("模型版本试验")
                .addModelInstance(
                        "probe.bpmn",
                        Bpmn.createExecutableProcess("modelUseProbe")
                                .name(name)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("task_wait")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult();
    }

    @Test
    @DisplayName("迁移到新版的案件两版都有，各自从何时起")
    void migrated() {
        TestClock.set(LocalDate.of(2027, 2, 1));
        ProcessDefinition first = deployed("试验流程");
        ProcessInstance instance = runtime.startProcessInstanceById(first.getId(), CASE);
        TestClock.set(LocalDate.of(2027, 3, 1));
        ProcessDefinition second = deployed("试验流程（修订）");
        MigrationPlan plan = runtime.createMigrationPlan(first.getId(), second.getId())
                .mapEqualActivities()
                .build();
        runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
        undeploy();

        assertThat(uses.of(List.of(CASE)))
                .extracting(ModelUse::inWords, ModelUse::deployment)
                .containsExactly(tuple("流程“试验流程”第1版", "模型版本试验"), tuple("流程“试验流程（修订）”第2版", "模型版本试验"));
        assertThat(uses.of(List.of(CASE)).get(1).usedFrom())
                .isAfter(uses.of(List.of(CASE)).get(0).usedFrom());
    }

    @Test
    @DisplayName("没有案号的流程不记")
    void withoutABusinessKey() {
        ProcessDefinition first = deployed("试验流程");
        runtime.startProcessInstanceById(first.getId());
        assertThat(uses.of(List.of(CASE))).isEmpty();
    }
}
