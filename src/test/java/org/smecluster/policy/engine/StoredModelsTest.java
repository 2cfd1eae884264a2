package org.smecluster.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.support.Browser;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Models that were stored before what they contain was closed: written past the judge, into the table. */
@ProcessTest
@DisplayName("已经存入的模型含有不允许的内容：什么也不执行；启动时停用，页面上说明怎么办")
class StoredModelsTest {

    private static final String HARMLESS =
            model("<bpmn:userTask id=\"step\" name=\"办理\" camunda:candidateGroups=\"city-6402\"/>");
    private static final String TOUCH = "${canary.touch()}";
    private static final String NEW =
            "${''.getClass().forName('org.smecluster.policy.engine.Canary').newInstance().touch()}";
    private static final String CLASS = "org.smecluster.policy.engine.Canary";

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    @Autowired
    private JdbcClient database;

    @Autowired
    private StoredModels stored;

    private Deployment deployment;

    private static String model(String step) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    id="definitions" targetNamespace="http://smecluster.org/test">
                  <bpmn:message id="message" name="stored.message"/>
                  <bpmn:process id="stored" name="存入的模型" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="start"/>
                    <bpmn:sequenceFlow id="flow_in" sourceRef="start" targetRef="step"/>
                    %s
                    <bpmn:sequenceFlow id="flow_out" sourceRef="step" targetRef="end"/>
                    <bpmn:endEvent id="end"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(step);
    }

    private static String task(String attributes, String inside) {
        return model("<bpmn:userTask id=\"step\" " + attributes + ">" + inside + "</bpmn:userTask>");
    }

    private static String service(String attributes, String inside) {
        return model("<bpmn:serviceTask id=\"step\" " + attributes + ">" + inside + "</bpmn:serviceTask>");
    }

    private static String extension(String inside) {
        return "<bpmn:extensionElements>" + inside + "</bpmn:extensionElements>";
    }

    private static String io(String inside) {
        return extension("<camunda:inputOutput>" + inside + "</camunda:inputOutput>");
    }

    private static String script(String language) {
        return "<camunda:script scriptFormat=\"" + language + "\">" + TOUCH + "</camunda:script>";
    }

    /** Every place from which the engine would run something, by what stands there. */
    private static Map<String, String> dangerous() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String expression : List.of(TOUCH, NEW, "#{canary.touched}")) {
            all.put("service expression " + expression, service("camunda:expression=\"" + expression + "\"", ""));
            all.put(
                    "delegate expression " + expression,
                    service("camunda:delegateExpression=\"" + expression + "\"", ""));
            for (String attribute : List.of(
                    "name",
                    "camunda:assignee",
                    "camunda:candidateUsers",
                    "camunda:candidateGroups",
                    "camunda:dueDate",
                    "camunda:followUpDate",
                    "camunda:priority",
                    "camunda:formKey")) {
                all.put(attribute + " " + expression, task(attribute + "=\"" + expression + "\"", ""));
            }
            all.put(
                    "documentation " + expression,
                    task("", "<bpmn:documentation>" + expression + "</bpmn:documentation>"));
            for (String way :
                    List.of("expression=\"" + expression + "\"", "delegateExpression=\"" + expression + "\"")) {
                all.put(
                        "execution listener " + way,
                        task("", extension("<camunda:executionListener event=\"start\" " + way + "/>")));
                all.put(
                        "task listener " + way,
                        task("", extension("<camunda:taskListener event=\"create\" " + way + "/>")));
            }
            all.put(
                    "input " + expression,
                    task("", io("<camunda:inputParameter name=\"a\">" + expression + "</camunda:inputParameter>")));
            all.put(
                    "input list " + expression,
                    task(
                            "",
                            io("<camunda:inputParameter name=\"a\"><camunda:list><camunda:value>" + expression
                                    + "</camunda:value></camunda:list></camunda:inputParameter>")));
            all.put(
                    "input map " + expression,
                    task(
                            "",
                            io("<camunda:inputParameter name=\"a\"><camunda:map><camunda:entry key=\"k\">" + expression
                                    + "</camunda:entry></camunda:map></camunda:inputParameter>")));
            all.put(
                    "input map key " + expression,
                    task(
                            "",
                            io("<camunda:inputParameter name=\"a\"><camunda:map><camunda:entry key=\"" + expression
                                    + "\">v</camunda:entry></camunda:map></camunda:inputParameter>")));
            all.put(
                    "loop cardinality " + expression,
                    task(
                            "",
                            "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>" + expression
                                    + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"));
            all.put(
                    "loop collection " + expression,
                    task(
                            "",
                            "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"" + expression
                                    + "\" camunda:elementVariable=\"e\"/>"));
            all.put(
                    "timer " + expression,
                    model("<bpmn:intermediateCatchEvent id=\"step\"><bpmn:timerEventDefinition><bpmn:timeDuration>"
                            + expression
                            + "</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"));
            all.put(
                    "condition event " + expression,
                    model("<bpmn:intermediateCatchEvent id=\"step\"><bpmn:conditionalEventDefinition>"
                            + "<bpmn:condition xsi:type=\"bpmn:tFormalExpression\">" + expression
                            + "</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>"));
            all.put(
                    "called element " + expression,
                    model("<bpmn:callActivity id=\"step\" calledElement=\"" + expression + "\"/>"));
            all.put(
                    "called key " + expression,
                    model("<bpmn:callActivity id=\"step\" calledElement=\"called\">"
                            + extension("<camunda:in businessKey=\"" + expression + "\"/>") + "</bpmn:callActivity>"));
            all.put(
                    "called source " + expression,
                    model("<bpmn:callActivity id=\"step\" calledElement=\"called\">"
                            + extension("<camunda:in sourceExpression=\"" + expression + "\" target=\"x\"/>")
                            + "</bpmn:callActivity>"));
            all.put(
                    "called version " + expression,
                    model("<bpmn:callActivity id=\"step\" calledElement=\"called\" "
                            + "camunda:calledElementBinding=\"version\" camunda:calledElementVersion=\"" + expression
                            + "\"/>"));
            all.put(
                    "mapping " + expression,
                    model("<bpmn:callActivity id=\"step\" calledElement=\"called\" "
                            + "camunda:variableMappingDelegateExpression=\"" + expression + "\"/>"));
            all.put(
                    "decision " + expression,
                    model("<bpmn:businessRuleTask id=\"step\" camunda:decisionRef=\"" + expression + "\"/>"));
            all.put(
                    "topic " + expression,
                    service("camunda:type=\"external\" camunda:topic=\"" + expression + "\"", ""));
            all.put(
                    "job priority " + expression,
                    service(
                            "camunda:asyncBefore=\"true\" camunda:jobPriority=\"" + expression
                                    + "\" camunda:delegateExpression=\"${closeCaseDelegate}\"",
                            ""));
            all.put(
                    "form default " + expression,
                    task(
                            "",
                            extension("<camunda:formData><camunda:formField id=\"f\" type=\"string\" defaultValue=\""
                                    + expression + "\"/></camunda:formData>")));
        }
        for (String language : List.of("juel", "javascript", "groovy")) {
            all.put(
                    "script task " + language,
                    model("<bpmn:scriptTask id=\"step\" scriptFormat=\"" + language + "\"><bpmn:script>" + TOUCH
                            + "</bpmn:script></bpmn:scriptTask>"));
            all.put(
                    "script input " + language,
                    task(
                            "",
                            io("<camunda:inputParameter name=\"a\">" + script(language)
                                    + "</camunda:inputParameter>")));
            all.put(
                    "script output " + language,
                    service(
                            "camunda:delegateExpression=\"${stopWaitingDelegate}\"",
                            io("<camunda:outputParameter name=\"a\">" + script(language)
                                    + "</camunda:outputParameter>")));
            all.put(
                    "script listener " + language,
                    task(
                            "",
                            extension("<camunda:executionListener event=\"start\">" + script(language)
                                    + "</camunda:executionListener>")));
            all.put(
                    "script task listener " + language,
                    task(
                            "",
                            extension("<camunda:taskListener event=\"create\">" + script(language)
                                    + "</camunda:taskListener>")));
        }
        all.put("class", service("camunda:class=\"" + CLASS + "\"", ""));
        all.put(
                "listener class",
                task("", extension("<camunda:executionListener event=\"start\" class=\"" + CLASS + "\"/>")));
        all.put(
                "task listener class",
                task("", extension("<camunda:taskListener event=\"create\" class=\"" + CLASS + "\"/>")));
        all.put("form handler class", task("camunda:formHandlerClass=\"" + CLASS + "\"", ""));
        all.put(
                "mapping class",
                model("<bpmn:callActivity id=\"step\" calledElement=\"called\" camunda:variableMappingClass=\"" + CLASS
                        + "\"/>"));
        all.put(
                "form validator",
                task(
                        "",
                        extension("<camunda:formData><camunda:formField id=\"f\" type=\"string\"><camunda:validation>"
                                + "<camunda:constraint name=\"validator\" config=\"" + CLASS
                                + "\"/></camunda:validation></camunda:formField></camunda:formData>")));
        all.put("bean by name", service("camunda:delegateExpression=\"${canary}\"", ""));
        all.put(
                "shell",
                service(
                        "camunda:type=\"shell\"",
                        extension("<camunda:field name=\"command\" stringValue=\"touch\"/>"
                                + "<camunda:field name=\"arg1\" stringValue=\"target/touched-by-shell\"/>")));
        return all;
    }

    @BeforeEach
    void stored() {
        Canary.reset();
        deployment = repository
                .createDeployment()
                .name("存入的模型")
                .addString("stored.bpmn", HARMLESS)
                .addString("called.bpmn", HARMLESS.replace("\"stored\"", "\"called\""))
                .deploy();
    }

    @AfterEach
    void remove() {
        write(HARMLESS);
        repository.deleteDeployment(deployment.getId(), true);
    }

    private void write(String content) {
        database.sql("update act_ge_bytearray set bytes_ = ? where deployment_id_ = ? and name_ = 'stored.bpmn'")
                .params(content.getBytes(StandardCharsets.UTF_8), deployment.getId())
                .update();
        configuration.getDeploymentCache().discardProcessDefinitionCache();
    }

    @Test
    @DisplayName("每一种写法、每一处位置：组件没有被触及，命令没有执行")
    void nothingRuns() {
        List<String> ran = new ArrayList<>();
        Map<String, String> all = dangerous();
        assertThat(all).hasSizeGreaterThan(100);
        all.forEach((where, content) -> {
            write(content);
            try {
                runtime.startProcessInstanceByKey("stored", "NXJQ-2026-RD-00009");
                for (Job job : management.createJobQuery().list()) {
                    management.executeJob(job.getId());
                }
                for (Task task : tasks.createTaskQuery().list()) {
                    tasks.complete(task.getId());
                }
            } catch (RuntimeException closed) {
                // refused or failed: what counts is that nothing ran
            }
            if (Canary.touched() > 0
                    || java.nio.file.Files.exists(java.nio.file.Path.of("target", "touched-by-shell"))) {
                ran.add(where);
                Canary.reset();
            }
        });
        assertThat(ran).isEmpty();
    }

    private ProcessDefinition definition() {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .processDefinitionKey("stored")
                .singleResult();
    }

    @Test
    @DisplayName("启动时：停用模型和案件，写明行、元素、办法；改为允许的以后恢复；无关的不动")
    void suspendedAtTheStart() {
        runtime.startProcessInstanceByKey("stored");
        String content = service("camunda:expression=\"" + TOUCH + "\"", "");
        write(content);
        stored.judge();

        assertThat(definition().isSuspended()).isTrue();
        assertThat(repository.createProcessDefinitionQuery().active().count())
                .isEqualTo(repository.createProcessDefinitionQuery().count() - 1);
        assertThat(tasks.createTaskQuery().active().count()).isZero();
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("stored")).isNotNull();
        assertThat(stored.models()).singleElement().satisfies(model -> {
            assertThat(model.resource()).isEqualTo("stored.bpmn");
            assertThat(model.definitions()).containsExactly("流程stored 第1版");
            assertThat(model.openCases()).isEqualTo(1);
            assertThat(model.findings())
                    .anySatisfy(finding -> assertThat(finding).contains("stored.bpmn 第", "元素 step"));
        });
        for (String reader : List.of("admin", "policy")) {
            assertThat(Browser.signedIn(reader, port)
                            .get("/admin/stopped-models")
                            .body())
                    .contains("stored.bpmn", "流程stored 第1版", "元素 step", "重新部署");
        }
        assertThat(Browser.signedIn("officer-1", port)
                        .get("/admin/stopped-models")
                        .statusCode())
                .isIn(302, 403, 404);

        stored.judge();
        assertThat(stored.models()).hasSize(1);

        write(HARMLESS);
        database.sql("update judged_deployment set list_digest = 'another list'")
                .update();
        stored.judge();
        assertThat(definition().isSuspended()).isFalse();
        assertThat(tasks.createTaskQuery().active().count()).isEqualTo(1);
        assertThat(stored.models()).isEmpty();
        assertThat(Browser.signedIn("admin", port).get("/admin/stopped-models").body())
                .contains("没有停用的模型和过滤器");
    }

    @Test
    @DisplayName("随附的模型：启动时核对过，一个也没有停用")
    void shippedGoOn() {
        stored.judge();
        assertThat(stored.models()).isEmpty();
        assertThat(repository.createProcessDefinitionQuery().suspended().count())
                .isZero();
        assertThat(database.sql("select count(distinct list_digest) from judged_deployment")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(AllowedInModels.shipped().digest())
                .isEqualTo(AllowedInModels.shipped().digest())
                .isNotEqualTo(AllowedInModels.shipped()
                        .also(java.util.Set.of("another"), java.util.Set.of(), java.util.Set.of())
                        .digest());
    }
}
