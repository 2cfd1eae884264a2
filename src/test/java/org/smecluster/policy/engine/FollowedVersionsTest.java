package org.smecluster.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smecluster.policy.engine.FollowedVersionsTest.Part.CALLED;
import static org.smecluster.policy.engine.FollowedVersionsTest.Part.FORM;
import static org.smecluster.policy.engine.FollowedVersionsTest.Part.TABLE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.smecluster.casework.Casework;
import org.smecluster.casework.NewCase;
import org.smecluster.engine.DecisionTables;
import org.smecluster.engine.FormRejected;
import org.smecluster.engine.ModelUse;
import org.smecluster.engine.ModelUses;
import org.smecluster.engine.StepInJava;
import org.smecluster.policy.Following;
import org.smecluster.registry.CaseKind;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case fills in a form, is judged by a table, by the model's own step and by Java's, and calls another process with the form. */
@ProcessTest
@DisplayName("正在办理的案件按哪一版办理：每次改动说明在办案件是否适用，表单、决策、被调用的流程与Java的评估都照此")
class FollowedVersionsTest {

    enum Part {
        FORM,
        TABLE,
        CALLED
    }

    /** What a case was held to: the versions' own words. */
    record Held(String form, String table, String asked, String called, String formOfCalled) {

        static Held of(String form, String table, String called) {
            return new Held(form, table, table, called, form);
        }
    }

    private static final String HEAD = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
            + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='definitions'"
            + " targetNamespace='http://smecluster.org/test'>";

    private static final String CASE = HEAD + """
              <process id='followingCase' name='试验案件' isExecutable='true' camunda:historyTimeToLive='P1D'>
                <startEvent id='start'/>
                <sequenceFlow id='flow_1' sourceRef='start' targetRef='task_fill'/>
                <userTask id='task_fill' name='填写' camunda:candidateGroups='county-640221'
                    camunda:formRef='followingForm' camunda:formRefBinding='latest'/>
                <sequenceFlow id='flow_2' sourceRef='task_fill' targetRef='decide_threshold'/>
                <businessRuleTask id='decide_threshold' name='判定' camunda:decisionRef='followingTable'
                    camunda:decisionRefBinding='latest' camunda:mapDecisionResult='singleEntry' camunda:resultVariable='judged'/>
                <sequenceFlow id='flow_3' sourceRef='decide_threshold' targetRef='service_ask'/>
                <serviceTask id='service_ask' name='再判定' camunda:delegateExpression='${stepInJava}'/>
                <sequenceFlow id='flow_4' sourceRef='service_ask' targetRef='call_other'/>
                <callActivity id='call_other' name='办理' calledElement='followingCalled' camunda:calledElementBinding='latest'/>
              </process>
            </definitions>
            """;

    private static final String START = HEAD + """
              <process id='followingStart' name='试验发起' isExecutable='true' camunda:historyTimeToLive='P1D'>
                <startEvent id='start' camunda:formRef='followingForm' camunda:formRefBinding='latest'/>
              </process>
            </definitions>
            """;

    private static String called(String words) {
        return HEAD + """
                  <process id='followingCalled' name='被调用' isExecutable='true' camunda:historyTimeToLive='P1D'>
                    <startEvent id='start'/>
                    <sequenceFlow id='flow_1' sourceRef='start' targetRef='task_work'/>
                    <userTask id='task_work' name='%s' camunda:candidateGroups='county-640221'
                        camunda:formRef='followingForm' camunda:formRefBinding='latest'/>
                  </process>
                </definitions>
                """.formatted(words);
    }

    private static String table(String words) {
        return """
                <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn'
                    id='followingDiagram' name='阈值' namespace='http://smecluster.org/test'>
                  <decision id='followingTable' name='阈值' camunda:historyTimeToLive='P1D'>
                    <decisionTable id='table' hitPolicy='FIRST'>
                      <input id='in' label='值'><inputExpression id='expression' typeRef='double'><text>value</text></inputExpression></input>
                      <output id='out' name='words' typeRef='string'/>
                      <rule id='rule'><inputEntry id='any'><text></text></inputEntry>
                        <outputEntry id='said'><text>"%s"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(words);
    }

    /** Each version asks for a field of its own. */
    private static String form(String words) {
        return """
                {"id":"followingForm","type":"default","schemaVersion":16,"components":[{"type":"textfield","key":"field_%s",
                 "label":"%s","id":"field_1","validate":{"required":true}}]}
                """.formatted(words, words);
    }

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    DecisionService decisions;

    @Autowired
    DecisionTables tables;

    @Autowired
    Casework casework;

    @Autowired
    ModelUses uses;

    @Autowired
    Following following;

    @Autowired
    CaseDates dates;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    ProcessEngineConfigurationImpl configuration;

    @Autowired
    Desks desks;

    @BeforeEach
    void begin() {
        on(1);
        deploy("原", Part.values());
    }

    private static void on(int day) {
        TestClock.set(LocalDate.of(2027, 2, day));
    }

    /** Each part with these words; running cases follow, for nothing is said. */
    private String deploy(String words, Part... parts) {
        DeploymentBuilder deployment = repository.createDeployment().name("试验" + words);
        add(deployment, "case.bpmn", CASE);
        add(deployment, "start.bpmn", START);
        for (Part part : parts) {
            add(deployment, resource(part), text(part, words));
        }
        return deployment.deploy().getId();
    }

    private void change(String words, boolean runningCasesFollow, Part... parts) {
        String deployment = deploy(words, parts);
        Arrays.stream(parts).forEach(part -> following.record(deployment, resource(part), runningCasesFollow));
    }

    private static void add(DeploymentBuilder deployment, String name, String text) {
        deployment.addInputStream(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String resource(Part part) {
        return switch (part) {
            case FORM -> "following.form";
            case TABLE -> "following.dmn";
            case CALLED -> "called.bpmn";
        };
    }

    private static String text(Part part, String words) {
        return switch (part) {
            case FORM -> form(words);
            case TABLE -> table(words);
            case CALLED -> called(words);
        };
    }

    /** A case that casework knows. @return its process, which has its number as business key */
    private ProcessInstance opened() {
        String number = casework.open(
                        new NewCase(CaseKind.AL, null, "试验集群", "county-640221", "city-6402", null, "试验"), null)
                .caseNumber();
        return started(number);
    }

    private ProcessInstance started(String businessKey) {
        return runtime.startProcessInstanceByKey("followingCase", businessKey);
    }

    /** Walks the case to its last task. */
    private Held held(ProcessInstance instance) {
        Task fill = task(instance);
        String form = shown(fill);
        tasks.complete(fill.getId(), Map.of("field_" + form, "有"));
        Task work = tasks.createTaskQuery().taskDefinitionKey("task_work").list().stream()
                .filter(task -> rootOf(task).equals(instance.getId()))
                .findFirst()
                .orElseThrow();
        return new Held(
                form,
                (String) runtime.getVariable(instance.getId(), "judged"),
                (String) runtime.getVariable(instance.getId(), StepInJava.ANSWER),
                work.getName(),
                shown(work));
    }

    private String rootOf(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getRootProcessInstanceId();
    }

    private Task task(ProcessInstance instance) {
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    private String shown(Task task) {
        try (InputStream form = forms.getDeployedTaskForm(task.getId())) {
            return label(new String(form.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String label(String form) {
        return form.replaceAll("(?s).*\"label\":\"(.*?)\".*", "$1");
    }

    private String asked(ProcessInstance instance) {
        return words(tables.inCase(instance.getBusinessKey()));
    }

    private static String words(DecisionTables tables) {
        return (String)
                tables.evaluate("followingTable", Map.of("value", 1)).firstRow().get("words");
    }

    @ParameterizedTest(name = "{0}：在办案件{1}")
    @CsvSource({"FORM,true", "FORM,false", "TABLE,true", "TABLE,false", "CALLED,true", "CALLED,false"})
    @DisplayName("改动照它所说的适用于在办案件，或者只适用于以后的案件；没有改的不受影响")
    void runningCase(Part part, boolean follows) {
        on(2);
        ProcessInstance running = opened();
        on(3);
        change("新", follows, part);
        on(4);
        ProcessInstance later = opened();

        Map<Part, String> words = new TreeMap<>(Map.of(FORM, "原", TABLE, "原", CALLED, "原"));
        Held asBefore = Held.of("原", "原", "原");
        words.put(part, "新");
        Held changed = Held.of(words.get(FORM), words.get(TABLE), words.get(CALLED));
        assertThat(held(running)).isEqualTo(follows ? changed : asBefore);
        assertThat(held(later)).isEqualTo(changed);
        assertThat(asked(running)).isEqualTo(part == TABLE && follows ? "新" : "原");
        assertThat(asked(later)).isEqualTo(words.get(TABLE));
    }

    @Test
    @DisplayName("应用自己升级的部署没有说明：在办案件适用")
    void upgrade() {
        on(2);
        ProcessInstance running = opened();
        on(3);
        deploy("新", Part.values());
        assertThat(held(running)).isEqualTo(Held.of("新", "新", "新"));
        assertThat(asked(running)).isEqualTo("新");
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    @DisplayName("不适用的改动之后又有不适用的改动：每个案件按它开始时有效的那一版")
    void secondChange(Part part) {
        on(2);
        ProcessInstance first = opened();
        on(3);
        change("新", false, part);
        on(4);
        ProcessInstance second = opened();
        on(5);
        change("更新", false, part);
        on(6);
        ProcessInstance third = opened();
        assertThat(List.of(word(held(first), part), word(held(second), part), word(held(third), part)))
                .containsExactly("原", "新", "更新");
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    @DisplayName("在不适用的改动之上又有适用的改动：在办案件按最新一版，也就带上了前一次的改动")
    void followedOnTop(Part part) {
        on(2);
        ProcessInstance running = opened();
        on(3);
        change("新", false, part);
        on(4);
        change("更新", true, part);
        assertThat(word(held(running), part)).isEqualTo("更新");
    }

    private static String word(Held held, Part part) {
        return switch (part) {
            case FORM -> held.form();
            case TABLE -> held.table();
            case CALLED -> held.called();
        };
    }

    @Test
    @DisplayName("在生效的同一时刻开始的案件按新的；只有一版时没有别的可以按，按这一版")
    void edges() {
        on(3);
        change("新", false, Part.values());
        ProcessInstance sameMoment = opened();
        assertThat(held(sameMoment)).isEqualTo(Held.of("新", "新", "新"));

        on(2);
        ProcessInstance before = opened();
        repository.createDeploymentQuery().deploymentName("试验原").list().forEach(old -> {
            // as if the first version had been said not to be followed
            Arrays.stream(Part.values()).forEach(part -> following.record(old.getId(), resource(part), false));
        });
        database.sql("update case_record set opened_at = opened_at - interval '1 year'")
                .update();
        assertThat(held(before)).isEqualTo(Held.of("原", "原", "原"));
    }

    @Test
    @DisplayName("没有案号的流程按自己开始的时间，被调用的按调用它的")
    void withoutACase() {
        on(2);
        ProcessInstance running = started(null);
        on(3);
        change("新", false, Part.values());
        on(4);
        ProcessInstance later = started(null);
        assertThat(held(running)).isEqualTo(Held.of("原", "原", "原"));
        assertThat(held(later)).isEqualTo(Held.of("新", "新", "新"));
    }

    @Test
    @DisplayName("案件比它的流程早立案的，按立案时间")
    void caseOpenedBeforeItsProcess() {
        on(2);
        String number = casework.open(
                        new NewCase(CaseKind.AL, null, "试验集群", "county-640221", "city-6402", null, "试验"), null)
                .caseNumber();
        on(3);
        change("新", false, Part.values());
        on(4);
        assertThat(held(started(number))).isEqualTo(Held.of("原", "原", "原"));
    }

    @Test
    @DisplayName("不在任何案件中的询问、起始表单和按编号启动的流程总是最新一版")
    void outsideOfCases() throws IOException {
        on(2);
        change("新", false, Part.values());
        assertThat(words(tables)).isEqualTo("新");
        assertThat((Object) decisions
                        .evaluateDecisionTableByKey("followingTable", Map.of("value", 1))
                        .getSingleEntry())
                .isEqualTo("新");
        String start = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("followingStart")
                .latestVersion()
                .singleResult()
                .getId();
        try (InputStream form = forms.getDeployedStartForm(start)) {
            assertThat(label(new String(form.readAllBytes(), StandardCharsets.UTF_8)))
                    .isEqualTo("新");
        }
        ProcessInstance alone = runtime.startProcessInstanceByKey("followingCalled");
        assertThat(task(alone).getName()).isEqualTo("新");
        assertThatThrownBy(() -> forms.submitStartForm(start, Map.of("field_原", "有")))
                .isInstanceOf(FormRejected.class);
    }

    @Test
    @DisplayName("提交按案件看到的那一版检查：另一版的字段不收，缺的是那一版的字段；两套接口给出的表单相同")
    void checkedAgainstWhatIsShown() {
        on(2);
        ProcessInstance running = opened();
        on(3);
        change("新", false, FORM);
        String task = task(running).getId();
        assertThatThrownBy(() -> tasks.complete(task, Map.of("field_新", "有")))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining("原");
        assertThatThrownBy(() -> forms.submitTaskForm(task, Map.of("field_新", "有")))
                .isInstanceOf(FormRejected.class);
        for (RestCall api : List.of(RestCall.as("pingluo", port), RestCall.basic("admin", port))) {
            assertThat(label(api.get("/task/" + task + "/deployed-form").body()))
                    .isEqualTo("原");
        }
        assertThat(RestCall.as("zhongning", port)
                        .get("/task/" + task + "/deployed-form")
                        .statusCode())
                .isEqualTo(403);
        forms.submitTaskForm(task, Map.of("field_原", "有"));
    }

    @Test
    @DisplayName("重启后缓存是空的，结论相同")
    void restart() {
        on(2);
        ProcessInstance running = opened();
        on(3);
        change("新", false, Part.values());
        configuration.getDeploymentCache().purgeCache();
        FollowedVersions afterwards = new FollowedVersions(new StoredFollowing(database, clock), dates, database);
        DecisionDefinition latest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("followingTable")
                .latestVersion()
                .singleResult();
        assertThat(afterwards.inCase(running.getBusinessKey(), latest))
                .startsWith("followingTable:")
                .isNotEqualTo(latest.getId());
        assertThat(held(running)).isEqualTo(Held.of("原", "原", "原"));
    }

    @Test
    @DisplayName("案件记录的决策版本是实际所用的那一版")
    void modelUses() {
        on(2);
        ProcessInstance running = opened();
        on(3);
        change("新", false, TABLE);
        on(4);
        ProcessInstance later = opened();
        held(running);
        held(later);
        assertThat(tableVersions(running)).containsExactly(1);
        assertThat(tableVersions(later)).containsExactly(2);
    }

    private List<Integer> tableVersions(ProcessInstance instance) {
        return uses.of(Set.of(instance.getBusinessKey())).stream()
                .filter(use -> use.key().equals("followingTable"))
                .map(ModelUse::version)
                .toList();
    }

    @Test
    @DisplayName("在办案件仍按旧版办理时，旧版的部署不能删除；同一部署只说明一次")
    void oldVersionsStay() {
        on(2);
        opened();
        on(3);
        change("新", false, FORM);
        String old = repository
                .createDeploymentQuery()
                .deploymentName("试验原")
                .singleResult()
                .getId();
        assertThat(RestCall.basic("admin", port).delete("/deployment/" + old).body())
                .contains("followingForm 的新版本不适用于在它生效前已经开始的案件");
        assertThatThrownBy(() -> following.record(
                        repository
                                .createDeploymentQuery()
                                .deploymentName("试验新")
                                .singleResult()
                                .getId(),
                        resource(FORM),
                        true))
                .hasMessageContaining("model_following");
    }
}
