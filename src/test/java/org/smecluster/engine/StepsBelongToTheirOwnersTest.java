package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("流程图把步骤交给了别的组的，办法规定的人以外谁也办不了")
class StepsBelongToTheirOwnersTest {

    private static final String MODEL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="http://bpmn.io/schema/bpmn">
              <bpmn:process id="exchanged" name="交给别人" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
                <bpmn:userTask id="task" name="办理" camunda:candidateGroups="%s">
                  <bpmn:extensionElements>%s</bpmn:extensionElements>
                  <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="task" />
                <bpmn:sequenceFlow id="b" sourceRef="task" targetRef="end" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    private static final String LISTENER = "<camunda:taskListener delegateExpression='${%s}' event='complete' />";
    private static final String KIND =
            "<camunda:properties><camunda:property name='kind' value='%s' /></camunda:properties>";

    @ParameterizedTest(name = "{0} 交给 {1}")
    @CsvSource({
        "decideRevocationListener, province-officer, 自治区审定",
        "selectClustersListener,   province-officer, 自治区审定",
        "checkLegalityListener,    city-6402,        自治区经办",
        "decideAcceptanceListener, county-640221,    市级主管部门",
        "stateDefenceListener,     city-6402,        申报主体",
    })
    void nobodyElse(String listener, String group, String owner) {
        refused(LISTENER.formatted(listener), group, owner);
    }

    @ParameterizedTest(name = "办理方式 {0} 交给 {1}")
    @CsvSource({
        "ruleObjection,    province-officer, 自治区审定",
        "concludeReReview, city-6402,        自治区经办",
        "verifyOnSite,     county-640221,    市级主管部门",
    })
    void nobodyElseByItsKind(String kind, String group, String owner) {
        refused(KIND.formatted(kind), group, owner);
    }

    private void refused(String step, String group, String owner) {
        repository
                .createDeployment()
                .addString("exchanged.bpmn", MODEL.formatted(group, step))
                .deploy();
        String instance = runtime.startProcessInstanceByKey(
                        "exchanged", java.util.Map.of("cityGroup", "city-6402", "applicantGroup", "county-640221"))
                .getId();
        Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        identity.setAuthentication("somebody", List.of(group));
        assertThatThrownBy(() -> tasks.complete(task.getId()))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("由" + owner + "办理");
        identity.clearAuthentication();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isEqualTo(1);
    }
}
