package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.guard.TaskKind;
import org.smecluster.policy.guard.TaskKinds;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("办理方式：模型只写一个词，监听器由程序挂上")
class TaskKindsTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngineConfigurationImpl configuration;

    @Test
    @DisplayName("随程序的人工环节都有办理方式，每种都用到；引擎里的监听器就是它的，排在前面")
    void theEngineHasTheListenersOfTheKind() {
        TreeSet<String> used = new TreeSet<>();
        for (ProcessDefinition process :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            for (UserTask task :
                    repository.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class)) {
                TaskKind kind = TaskKinds.of(kind(task)).orElseThrow();
                used.add(kind.name());
                assertThat(kind.mayStandIn(process.getKey())).as(task.getId()).isTrue();
                for (String event : List.of(TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_COMPLETE)) {
                    assertThat(named(process, task, event))
                            .as(task.getId() + " " + event)
                            .isEqualTo(kind.listeners(event));
                }
            }
        }
        assertThat(used)
                .isEqualTo(new TreeSet<>(TaskKinds.all().stream()
                        .filter(kind -> !kind.complete().isEmpty())
                        .map(TaskKind::name)
                        .toList()));
    }

    /** Beans of the listeners at the head of the list, up to the first that every task has. */
    private List<String> named(ProcessDefinition process, UserTask task, String event) {
        List<TaskListener> listeners = configuration
                .getCommandExecutorTxRequired()
                .execute((Command<List<TaskListener>>) context -> {
                    ProcessDefinitionEntity deployed = context.getProcessEngineConfiguration()
                            .getDeploymentCache()
                            .findDeployedProcessDefinitionById(process.getId());
                    TaskDefinition definition = deployed.getTaskDefinitions().get(task.getId());
                    return definition.getTaskListenersForEvent(event);
                });
        List<String> beans = new ArrayList<>();
        for (TaskListener listener : listeners) {
            if (!(listener instanceof DelegateExpressionTaskListener named)) {
                return beans;
            }
            beans.add(named.getExpressionText().replaceAll("[${}]", ""));
        }
        return beans;
    }

    private static String kind(UserTask task) {
        return task
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaProperties.class)
                .singleResult()
                .getCamundaProperties()
                .stream()
                .filter(property -> property.getCamundaName().equals(TaskKinds.PROPERTY))
                .findFirst()
                .orElseThrow()
                .getCamundaValue();
    }

    @Test
    @DisplayName("不是系统提供的办理方式，引擎也不接受，说出步骤和改法")
    void anUnknownKindIsRefused() {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("kind.bpmn", """
                                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="http://bpmn.io/schema/bpmn">
                                  <bpmn:process id="kind" isExecutable="true" camunda:historyTimeToLive="P1D">
                                    <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
                                    <bpmn:userTask id="task">
                                      <bpmn:extensionElements>
                                        <camunda:properties><camunda:property name="kind" value="decideEverything" /></camunda:properties>
                                      </bpmn:extensionElements>
                                      <bpmn:incoming>a</bpmn:incoming>
                                    </bpmn:userTask>
                                    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="task" />
                                  </bpmn:process>
                                </bpmn:definitions>
                                """)
                        .deploy())
                .hasMessageContaining("步骤“task”的办理方式“decideEverything”不是系统提供的");
    }
}
