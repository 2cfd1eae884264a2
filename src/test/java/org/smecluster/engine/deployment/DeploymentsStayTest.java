package org.smecluster.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.engine.FormRejected;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("部署不会连同案件一起消失：只有系统管理员能删除，而且只能删除没有案件依靠的")
class DeploymentsStayTest {

    private static final String FORM =
            "{\"id\":\"stayingForm\",\"type\":\"default\",\"components\":[{\"type\":\"text\",\"text\":\"%s\"}]}";
    private static final String PROCESS = """
            <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'
                xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='definitions' targetNamespace='http://smecluster.org/test'>
              <process id='stayingWork' isExecutable='true' camunda:historyTimeToLive='P1D'>
                <startEvent id='event_started'/>
                <sequenceFlow id='flow_work' sourceRef='event_started' targetRef='task_work'/>
                <userTask id='task_work' name='%s' camunda:formRef='stayingForm' camunda:formRefBinding='latest'/>
              </process>
            </definitions>
            """;
    private static final String DECISION = """
            <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn'
                id='stayingDiagram' name='x' namespace='http://smecluster.org/test'>
              <decision id='stayingDecision' name='%s' camunda:historyTimeToLive='P1D'>
                <variable id='variable' name='y' typeRef='string'/>
                <literalExpression id='expression'><text>"x"</text></literalExpression>
              </decision>
            </definitions>
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    DecisionService decisions;

    @Autowired
    IdentityService identity;

    @Autowired
    ShippedModels shipped;

    @Autowired
    JdbcClient jdbc;

    private Set<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .collect(Collectors.toSet());
    }

    private String deploy(String name, String text) {
        return repository
                .createDeployment()
                .name("改动")
                .addInputStream(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .deploy()
                .getId();
    }

    private void as(String userId, String group) {
        identity.setAuthentication(userId, List.of(group));
    }

    private Stream<ThrowingCallable> everyWay(String deployment) {
        return Stream.of(
                () -> repository.deleteDeployment(deployment),
                () -> repository.deleteDeploymentCascade(deployment),
                () -> repository.deleteDeployment(deployment, false),
                () -> repository.deleteDeployment(deployment, true),
                () -> repository.deleteDeployment(deployment, false, true),
                () -> repository.deleteDeployment(deployment, true, true),
                () -> repository.deleteDeployment(deployment, false, true, true),
                () -> repository.deleteDeployment(deployment, true, true, true));
    }

    @ParameterizedTest
    @CsvSource({"policy,policy-owner", "leader,province-leader", "officer-1,province-officer", "expert-wang,expert"})
    @DisplayName("别人，包括部署它的政策人员，用哪一种方法都不能删除")
    void nobodyElse(String userId, String group) {
        String own = deploy("staying.dmn", DECISION.formatted("一"));
        as(userId, group);
        everyWay(own).forEach(way -> assertThatThrownBy(way)
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("系统管理员"));
        identity.clearAuthentication();
        assertThat(deployments()).contains(own);
    }

    @Test
    @DisplayName("系统管理员可以删除没有案件用过、也没有在执行的；连同案件（cascade）不行")
    void unused() {
        String first = deploy("staying.dmn", DECISION.formatted("一"));
        deploy("staying.dmn", DECISION.formatted("二"));
        as("admin", "camunda-admin");
        assertThatThrownBy(() -> repository.deleteDeployment(first, true))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining("cascade");
        assertThatCode(() -> repository.deleteDeployment(first)).doesNotThrowAnyException();
        identity.clearAuthentication();
        assertThat(deployments()).doesNotContain(first);
    }

    @Test
    @DisplayName("有案件正在办理或者已经办结的流程：不能删除，案件照旧")
    void usedByACase() {
        deploy("staying.form", FORM.formatted("一"));
        String process = deploy("staying.bpmn", PROCESS.formatted("办理"));
        String instance = runtime.startProcessInstanceByKey("stayingWork").getId();
        refusedToTheAdministrator(process, "stayingWork 第1版有案件使用");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isOne();

        tasks.complete(tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());
        refusedToTheAdministrator(process, "stayingWork 第1版有案件使用");
    }

    @Test
    @DisplayName("用过的决策：不能删除")
    void usedDecision() {
        String decision = deploy("staying.dmn", DECISION.formatted("一"));
        decisions.evaluateDecisionByKey("stayingDecision").variables(Map.of()).evaluate();
        refusedToTheAdministrator(decision, "stayingDecision 第1版有案件使用");
    }

    @Test
    @DisplayName("引擎的历史清理以后，案件依据的版本仍然不能删除")
    void rememberedForLife() {
        String process = deploy("staying.bpmn", PROCESS.formatted("办理"));
        String definition = repository
                .createProcessDefinitionQuery()
                .deploymentId(process)
                .singleResult()
                .getId();
        jdbc.sql("""
                        insert into model_use (business_key, type, model_key, name, version, definition_id, deployed_at,
                                               process_instance_id, called, used_from)
                        values ('NXJQ-2026-RD-00001', 'PROCESS', 'stayingWork', 'x', 1, :id, now(), 'gone', false, now())
                        """).param("id", definition).update();
        refusedToTheAdministrator(process, "stayingWork 第1版有案件使用");
    }

    @Test
    @DisplayName("正在办理的案件要填的表单：不能删除；没有案件要用时可以")
    void formOfARunningCase() {
        String form = deploy("staying.form", FORM.formatted("一"));
        deploy("staying.bpmn", PROCESS.formatted("办理"));
        String instance = runtime.startProcessInstanceByKey("stayingWork").getId();
        refusedToTheAdministrator(form, "stayingForm 正在办理的案件要用");
        runtime.deleteProcessInstance(instance, "x");
        as("admin", "camunda-admin");
        assertThatCode(() -> repository.deleteDeployment(form)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("正在执行的随附模型：随附的和人工部署的都不能删除，提示先恢复随附版本")
    void inForce() {
        ModelFile table = shipped.files().stream()
                .filter(file -> file.resource().endsWith("applicantEligibility.dmn"))
                .findFirst()
                .orElseThrow();
        String ours = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("applicantEligibility")
                .latestVersion()
                .singleResult()
                .getDeploymentId();
        refusedToTheAdministrator(ours, "现在按这次部署执行");
        String byHand = deploy("applicantEligibility.dmn", table.text());
        refusedToTheAdministrator(byHand, "恢复随附版本");
    }

    @Test
    @DisplayName("流程定义不能单独删除，系统管理员也不能")
    void noDefinitionAlone() {
        deploy("staying.bpmn", PROCESS.formatted("办理"));
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("stayingWork")
                .singleResult()
                .getId();
        as("admin", "camunda-admin");
        Stream.<ThrowingCallable>of(
                        () -> repository.deleteProcessDefinition(definition),
                        () -> repository.deleteProcessDefinition(definition, true),
                        () -> repository.deleteProcessDefinition(definition, true, true),
                        () -> repository.deleteProcessDefinition(definition, true, true, true),
                        () -> repository
                                .deleteProcessDefinitions()
                                .byKey("stayingWork")
                                .cascade()
                                .delete(),
                        () -> repository
                                .deleteProcessDefinitions()
                                .byIds(definition)
                                .delete())
                .forEach(way -> assertThatThrownBy(way)
                        .isInstanceOf(AuthorizationException.class)
                        .hasMessageContaining("流程定义不能单独删除"));
        identity.clearAuthentication();
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("stayingWork")
                        .count())
                .isOne();
    }

    private void refusedToTheAdministrator(String deployment, String because) {
        as("admin", "camunda-admin");
        try {
            assertThatThrownBy(() -> repository.deleteDeployment(deployment))
                    .isInstanceOf(FormRejected.class)
                    .hasMessageContaining(because);
        } finally {
            identity.clearAuthentication();
        }
        assertThat(deployments()).contains(deployment);
    }
}
