package org.smecluster.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.law.Refusal;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
@DisplayName("表达式只能用到列出的内容：变量、公布的步骤、案号；其余的一律不能")
class ExpressionsAreClosedTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private AllowedInModels allowed;

    private Deployment deployment;
    private String instance;

    @BeforeEach
    void aRunningCase() {
        deployment = repository
                .createDeployment()
                .addClasspathResource("identity/countyWork.bpmn")
                .deploy();
        Canary.reset();
        instance = runtime.startProcessInstanceByKey(
                        "countyWork",
                        "NXJQ-2026-RD-00001",
                        Map.of("applicantGroup", "county-640221", "text", "文字", "count", 3, "list", List.of("a")))
                .getId();
    }

    @AfterEach
    void undeploy() {
        identity.clearAuthentication();
        assertThat(Canary.touched()).isZero();
        repository.deleteDeployment(deployment.getId(), true);
    }

    private Object inExecution(String expression) {
        return evaluated(expression, (ExecutionEntity) runtime.createExecutionQuery()
                .processInstanceId(instance)
                .activityId("task_work")
                .singleResult());
    }

    private Object evaluated(String expression, VariableScope scope) {
        return configuration.getCommandExecutorTxRequired().execute(command -> {
            VariableScope own = scope instanceof ExecutionEntity execution
                    ? command.getExecutionManager().findExecutionById(execution.getId())
                    : scope;
            return configuration
                    .getExpressionManager()
                    .createExpression(expression)
                    .getValue(own);
        });
    }

    static List<String> attacks() {
        List<String> attacks = new ArrayList<>();
        for (String opening : List.of("$", "#")) {
            for (String attack : List.of(
                    "canary",
                    "canary.touch()",
                    "canary.touched",
                    "canary['touched']",
                    "canary['touch']()",
                    "identityService.createMembership('expert-wang','camunda-admin')",
                    "jdbcTemplate",
                    "jdbcTemplate.execute('drop table x')",
                    "dataSource.connection",
                    "processEngine",
                    "repositoryService",
                    "'x'.getClass()",
                    "'x'.class",
                    "'x'['class']",
                    "''.getClass().forName('java.lang.Runtime')",
                    "text.getClass()",
                    "text.class",
                    "text.length()",
                    "text.bytes",
                    "count.getClass()",
                    "count.intValue()",
                    "list.getClass()",
                    "list[0]",
                    "list.add('b')",
                    "execution",
                    "execution.getClass()",
                    "execution.class",
                    "execution.id",
                    "execution.processEngineServices",
                    "execution.getProcessEngineServices()",
                    "execution.processEngineServices.identityService",
                    "execution.processEngine",
                    "execution.variables",
                    "execution.setVariable('text','x')",
                    "execution.getVariable('text')",
                    "execution.toString()",
                    "execution.processBusinessKey.getClass()",
                    "execution.processBusinessKey.bytes",
                    "task",
                    "task.id",
                    "task.execution",
                    "caseExecution",
                    "externalTask",
                    "authenticatedUserId",
                    "variableContext",
                    "systemProperties",
                    "systemEnvironment",
                    "environment",
                    "now().getClass()",
                    "now().class",
                    "now().setTime(0)",
                    "now().time",
                    "currentUser().getClass()",
                    "currentUserGroups().getClass()",
                    "dateTime().getClass()",
                    "dateTime().class",
                    "dateTime().getZone()",
                    "dateTime().minusDays(1)",
                    "dateTime().plusDays(99999999999)",
                    "dateTime().plusDays('1')",
                    "dateTime().toDate().class",
                    "dateTime().toDate(1)",
                    "S('{}')",
                    "JSON('{}')",
                    "XML('<a/>')")) {
                // execution by itself is no secret, but nothing of it may be had
                attacks.add(
                        attack.equals("execution")
                                ? opening + "{execution.superExecution}"
                                : opening + "{" + attack + "}");
                attacks.add(
                        opening + "{true ? " + (attack.equals("execution") ? "execution.parent" : attack) + " : 1}");
                attacks.add("x" + opening + "{" + (attack.equals("execution") ? "execution.task" : attack) + "}");
            }
        }
        return attacks;
    }

    @Test
    @DisplayName("越界的表达式：取不到、调不动，在流程、查询、决策中都一样")
    void closed() {
        List<String> got = attacks().stream()
                .flatMap(attack -> Stream.<Supplier<Object>>of(
                                () -> inExecution(attack), () -> evaluated(attack, null), () -> inDecision(attack))
                        .flatMap(way -> got(attack, way)))
                .toList();
        assertThat(got).isEmpty();
    }

    private static Stream<String> got(String attack, Supplier<Object> way) {
        try {
            return Stream.of(attack + " gave " + way.get());
        } catch (RuntimeException closed) {
            return Stream.empty();
        }
    }

    private Object inDecision(String expression) {
        ElProvider provider = configuration.getDmnEngineConfiguration().getElProvider();
        return configuration.getCommandExecutorTxRequired().execute(command -> provider.createExpression(expression)
                .getValue(Variables.createVariables()
                        .putValue("text", "文字")
                        .putValue("count", 3)
                        .putValue("list", List.of("a"))
                        .asVariableContext()));
    }

    @Test
    @DisplayName("应用中的每个组件：公布的取得到，没有公布的取不到")
    void everyBean() {
        List<String> reached = Stream.concat(
                        Stream.of(context.getBeanDefinitionNames())
                                .flatMap(name -> Stream.concat(Stream.of(name), Stream.of(context.getAliases(name)))),
                        Stream.of("environment", "systemProperties"))
                .filter(name -> name.matches("\\w+"))
                .filter(name -> {
                    try {
                        return inExecution("${" + name + "}") != null;
                    } catch (RuntimeException closed) {
                        return false;
                    }
                })
                .toList();
        assertThat(reached).hasSizeGreaterThan(100).containsExactlyInAnyOrderElementsOf(allowed.beans());
    }

    @Test
    @DisplayName("允许的：变量、比较、案号、待办过滤器用的四个函数")
    void open() {
        assertThat(inExecution("${text}")).isEqualTo("文字");
        assertThat(inExecution("${count == 3}")).isEqualTo(true);
        assertThat(inExecution("${!empty list}")).isEqualTo(true);
        assertThat(inExecution("#{execution.processBusinessKey}")).isEqualTo("NXJQ-2026-RD-00001");
        assertThat(inDecision("${count > 2}")).isEqualTo(true);
        assertThat(evaluated("${now()}", null)).isInstanceOf(Date.class);
        assertThat(evaluated("${dateTime().plusDays(3).toDate()}", null)).isInstanceOf(Date.class);
        identity.setAuthentication("officer-1", List.of("province-officer"));
        assertThat(evaluated("${currentUser()}", null)).isEqualTo("officer-1");
        assertThat(evaluated("${currentUserGroups()}", null)).isEqualTo(List.of("province-officer"));
        assertThatThrownBy(() -> evaluated("${currentUserGroups()[0]}", null)).isNotNull();
    }

    @Test
    @DisplayName("在任务上也取得到案号，取不到别的")
    void onATask() {
        Object key = configuration.getCommandExecutorTxRequired().execute(command -> {
            TaskEntity task = command.getTaskManager()
                    .findTasksByProcessInstanceId(instance)
                    .get(0);
            return configuration
                    .getExpressionManager()
                    .createExpression("${execution.processBusinessKey}")
                    .getValue(task);
        });
        assertThat(key).isEqualTo("NXJQ-2026-RD-00001");
    }

    @Test
    @DisplayName("变量与公布的步骤同名：仍是步骤，不能被填报内容替换")
    void aVariableDoesNotReplaceAStep() {
        runtime.setVariable(instance, "closeCaseDelegate", "冒名");
        assertThat(inExecution("${closeCaseDelegate}")).isSameAs(context.getBean("closeCaseDelegate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"juel", "JUEL", "javascript", "ecmascript", "groovy", "python", "ruby", "feel", "Graal.js", "x"})
    @DisplayName("脚本：任何语言都不执行")
    void scripts(String language) {
        assertThatThrownBy(() -> configuration
                        .getCommandExecutorTxRequired()
                        .execute(command -> configuration.getScriptingEngines().getScriptEngineForLanguage(language)))
                .hasStackTraceContaining("系统不执行脚本");
    }

    @Test
    @DisplayName("脚本：运行环境里有的引擎也一个都不给")
    void scriptsOfTheClasspath() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .isNotEmpty()
                .flatExtracting(ScriptEngineFactory::getNames)
                .allSatisfy(this::scripts);
    }

    @Test
    @DisplayName("类：不按名称生成对象；变量的JSON不得指定其他类")
    void classes() {
        assertThatThrownBy(() -> configuration.getArtifactFactory().getArtifact(Canary.class))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("模型不得指定Java类");
        assertThatThrownBy(() -> {
                    runtime.setVariable(
                            instance,
                            "made",
                            Variables.serializedObjectValue("{}")
                                    .serializationDataFormat("application/json")
                                    .objectTypeName(Canary.class.getName())
                                    .create());
                    runtime.getVariable(instance, "made");
                })
                .isNotNull();
    }
}
