package org.smecluster.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.smecluster.engine.deployment.ModelKind.DECISION;
import static org.smecluster.engine.deployment.ModelKind.FORM;
import static org.smecluster.engine.deployment.ModelKind.PROCESS;
import static org.smecluster.engine.deployment.ModelKind.REQUIREMENTS;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.engine.deployment.ModelStanding.State;
import org.smecluster.support.Browser;
import org.smecluster.support.Modeler;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A start is {@code deployer.deploy(…)} with the files of that version of the application. */
@ProcessTest
@DisplayName("启动时部署随附的模型：有改动才部署，人工部署过的不覆盖")
class ModelDeployerTest {

    private static final ModelKey WORK = new ModelKey(PROCESS, "deployedWork");
    private static final ModelKey FIRST = new ModelKey(DECISION, "deployedFirst");
    private static final ModelKey SECOND = new ModelKey(DECISION, "deployedSecond");
    private static final ModelKey DIAGRAM = new ModelKey(REQUIREMENTS, "deployedDecisions");
    private static final ModelKey ENTRY = new ModelKey(FORM, "deployedEntry");

    @Autowired
    ModelDeployer deployer;

    @Autowired
    ModelStandings standings;

    @Autowired
    ShippedModels shipped;

    @Autowired
    RunningModels running;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @LocalServerPort
    int port;

    private Set<String> before;

    @BeforeEach
    void remember() {
        before = deployments().stream().map(Deployment::getId).collect(Collectors.toSet());
    }

    @AfterEach
    void forget() {
        made().forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    @DisplayName("随附的文件全部在引擎中，与随附版本一致；再启动一次不产生部署")
    void theApplicationItself() {
        assertThat(standings.all())
                .extracting(ModelStanding::key)
                .contains(
                        new ModelKey(PROCESS, "clusterRecognition"),
                        new ModelKey(DECISION, "vetoConditions"),
                        new ModelKey(FORM, "startRecognition"));
        assertThat(standings.all()).allMatch(each -> each.state() == State.SAME, "runs as it is shipped");
        assertThat(deployer.deploy(shipped.files())).isEmpty();
    }

    @Test
    @DisplayName("第一次启动：全部文件作为一次部署")
    void firstStart() {
        String id = deployer.deploy(files("1", "1", "1")).orElseThrow();
        assertThat(repository.getDeploymentResourceNames(id))
                .containsExactlyInAnyOrder("test/decisions.dmn", "test/entry.form", "test/work.bpmn");
        assertThat(files("1", "1", "1"))
                .flatExtracting(ModelFile::keys)
                .containsExactly(WORK, FIRST, SECOND, DIAGRAM, ENTRY);
        assertThat(states(files("1", "1", "1"))).containsOnly(State.SAME);
    }

    @Test
    @DisplayName("重新启动：什么也不变")
    void restart() {
        deployer.deploy(files("1", "1", "1"));
        assertThat(deployer.deploy(files("1", "1", "1"))).isEmpty();
        assertThat(made()).hasSize(1);
        assertThat(version(WORK)).isOne();
    }

    @Test
    @DisplayName("升级改了一个文件：全部文件作为一次新部署，再启动不变")
    void upgradeOfOneFile() {
        deployer.deploy(files("1", "1", "1"));
        String id = deployer.deploy(files("1", "2", "1")).orElseThrow();
        assertThat(repository.getDeploymentResourceNames(id)).hasSize(3);
        assertThat(text(FIRST)).isEqualTo(decisions("2").text());
        assertThat(text(WORK)).isEqualTo(work("1").text());
        assertThat(deployer.deploy(files("1", "2", "1"))).isEmpty();
    }

    @Test
    @DisplayName("人工部署过的，升级不覆盖；其余照常升级；页面说明差异")
    void byHandThenUpgrade() {
        deployer.deploy(files("1", "1", "1"));
        byHand(work("by hand"));

        String id = deployer.deploy(files("2", "1", "2")).orElseThrow();
        assertThat(repository.getDeploymentResourceNames(id))
                .doesNotContain("test/work.bpmn")
                .hasSize(2);
        assertThat(text(WORK)).isEqualTo(work("by hand").text());
        assertThat(version(WORK)).isEqualTo(2);
        assertThat(text(ENTRY)).isEqualTo(entry("2").text());
        assertThat(standings.of(files("2", "1", "2")))
                .filteredOn(each -> each.key().equals(WORK))
                .extracting(
                        ModelStanding::state,
                        ModelStanding::differs,
                        each -> each.running().deploymentName(),
                        each -> each.running().source())
                .containsExactly(tuple(State.BY_HAND, true, "改动", "by-hand"));
        assertThat(deployer.deploy(files("2", "1", "2"))).isEmpty();
    }

    @Test
    @DisplayName("升级只改了人工部署过的那个文件：不部署，以后每次启动也不部署")
    void upgradeOfTheFileByHandOnly() {
        deployer.deploy(files("1", "1", "1"));
        byHand(work("by hand"));
        assertThat(deployer.deploy(files("2", "1", "1"))).isEmpty();
        assertThat(deployer.deploy(files("3", "1", "1"))).isEmpty();
        assertThat(text(WORK)).isEqualTo(work("by hand").text());
    }

    @Test
    @DisplayName("先由人工部署、以后才随附的，也不覆盖")
    void byHandBeforeEverShipped() {
        byHand(work("by hand"));
        deployer.deploy(files("1", "1", "1"));
        assertThat(text(WORK)).isEqualTo(work("by hand").text());
        assertThat(text(ENTRY)).isEqualTo(entry("1").text());
    }

    @Test
    @DisplayName("降级：与上次随附的不同，部署旧文件为新的版本")
    void downgrade() {
        deployer.deploy(files("1", "1", "1"));
        deployer.deploy(files("2", "1", "1"));
        assertThat(deployer.deploy(files("1", "1", "1"))).isPresent();
        assertThat(text(WORK)).isEqualTo(work("1").text());
        assertThat(version(WORK)).isEqualTo(3);
        assertThat(deployer.deploy(files("1", "1", "1"))).isEmpty();
    }

    @Test
    @DisplayName("人工部署的后来与随附的相同：不部署；再升级仍不覆盖")
    void byHandAndLaterTheSame() {
        deployer.deploy(files("1", "1", "1"));
        byHand(work("2"));
        assertThat(deployer.deploy(files("2", "1", "1"))).isEmpty();
        assertThat(states(files("2", "1", "1")))
                .containsExactly(State.SAME_BY_HAND, State.SAME, State.SAME, State.SAME, State.SAME);

        deployer.deploy(files("3", "1", "2"));
        assertThat(text(WORK)).isEqualTo(work("2").text());
        assertThat(text(ENTRY)).isEqualTo(entry("2").text());
    }

    @Test
    @DisplayName("人工部署被删除，或者恢复了随附版本：又随系统升级")
    void givenBack() {
        deployer.deploy(files("1", "1", "1"));
        String removed = byHand(work("by hand"));
        repository.deleteDeployment(removed, true);
        assertThat(deployer.deploy(files("1", "1", "1"))).isEmpty();
        deployer.deploy(files("2", "1", "1"));
        assertThat(text(WORK)).isEqualTo(work("2").text());

        byHand(entry("by hand"));
        deployer.restore(entry("1"), "阈值有误");
        assertThat(running.find(ENTRY).orElseThrow())
                .extracting(RunningModel::deploymentName, RunningModel::shipped)
                .containsExactly("恢复随附版本：阈值有误", true);
        deployer.deploy(files("2", "1", "2"));
        assertThat(text(ENTRY)).isEqualTo(entry("2").text());
    }

    @ParameterizedTest
    @CsvSource({"改动,sme-cluster", "SpringAutoDeployment,", "随系统附带的模型,sme-cluster", "改动,SME-CLUSTER"})
    @DisplayName("冒充随附的部署：来源和名称由部署的人写什么都不算，升级不覆盖")
    void posing(String name, String source) {
        deployer.deploy(files("1", "1", "1"));
        deploy(name, source, work("posing"));
        assertThat(running.find(WORK).orElseThrow())
                .extracting(RunningModel::source, RunningModel::shipped)
                .containsExactly("by-hand", false);
        deployer.deploy(files("2", "1", "1"));
        assertThat(text(WORK)).isEqualTo(work("posing").text());
    }

    @Test
    @DisplayName("一个文件有几个决策，其中一个由人工部署：整个文件不部署，其余决策如实列明")
    void oneDecisionOfSeveral() {
        deployer.deploy(files("1", "1", "1"));
        byHand(new ModelFile("first.dmn", definitions("byHandOnly", decision("deployedFirst", "by hand"))));

        deployer.deploy(files("1", "2", "2"));
        assertThat(text(SECOND)).isEqualTo(decisions("1").text());
        assertThat(text(ENTRY)).isEqualTo(entry("2").text());
        assertThat(states(files("1", "2", "2")))
                .containsExactly(State.SAME, State.BY_HAND, State.NOT_DEPLOYED, State.NOT_DEPLOYED, State.SAME);
    }

    @Test
    @DisplayName("人工部署的决策文件含几个决策：全部决策和关系图都不覆盖")
    void allDecisionsByHand() {
        deployer.deploy(files("1", "1", "1"));
        byHand(decisions("by hand"));
        deployer.deploy(files("1", "2", "1"));
        assertThat(List.of(text(FIRST), text(SECOND), text(DIAGRAM)))
                .containsOnly(decisions("by hand").text());
    }

    @Test
    @DisplayName("流程引用最新表单：人工部署的表单在升级前后都是办理人看到的")
    void theFormOfARunningCase() throws Exception {
        deployer.deploy(files("1", "1", "1"));
        runtime.startProcessInstanceByKey(WORK.id());
        byHand(entry("by hand"));
        deployer.deploy(files("2", "1", "2"));
        runtime.startProcessInstanceByKey(WORK.id());

        for (String definition : List.of("1", "2")) {
            String task = tasks.createTaskQuery()
                    .processDefinitionKey(WORK.id())
                    .taskName("办理" + definition)
                    .singleResult()
                    .getId();
            assertThat(forms.getDeployedTaskForm(task))
                    .hasBinaryContent(entry("by hand").content());
        }
    }

    @Test
    @DisplayName("两个节点同时启动：只部署一次")
    void twoNodesAtOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Optional<String>> start = () -> {
            together.await();
            return deployer.deploy(files("1", "1", "1"));
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Optional<String>> results = new ArrayList<>();
            for (Future<Optional<String>> result : nodes.invokeAll(List.of(start, start))) {
                results.add(result.get());
            }
            assertThat(results).filteredOn(Optional::isPresent).hasSize(1);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(made()).hasSize(1);
        assertThat(version(WORK)).isOne();
    }

    @Test
    @DisplayName("通过 /engine-rest 部署、批准后生效的算人工部署，记得是谁批准的，升级不覆盖")
    void throughRest() {
        deployer.deploy(files("1", "1", "1"));
        Modeler.deployAndApprove("entry.form", entry("by policy").content(), port);
        deployer.deploy(files("1", "1", "2"));
        assertThat(running.find(ENTRY).orElseThrow())
                .extracting(RunningModel::deploymentName, RunningModel::deployedBy, RunningModel::shipped)
                .satisfies(model -> assertThat(model.toString()).contains("entry.form（NXMX-", "policy-2", "false"));
        assertThat(text(ENTRY)).isEqualTo(entry("by policy").text());
    }

    @Test
    @DisplayName("升级以后，以前检查过的草稿要重新检查才能批准")
    void anUpgradeMakesDraftsStale() {
        deployer.deploy(files("1", "1", "1"));
        String page = Modeler.shown(new Modeler("policy", port)
                        .deploy("改动", "entry.form", entry("by policy").content()))
                .page();
        deployer.deploy(files("2", "1", "1"));
        Browser second = Browser.signedIn("policy-2", port);
        assertThat(Modeler.approve(page, second, TestClock.today().toString()).body())
                .contains("流程deployedWork由第1版变为第2版", "重新检查");
        assertThat(text(ENTRY)).isEqualTo(entry("1").text());
        second.post(page, page + "/judgement");
        assertThat(Modeler.approve(page, second, TestClock.today().toString()).statusCode())
                .isEqualTo(302);
        assertThat(text(ENTRY)).isEqualTo(entry("by policy").text());
    }

    private String byHand(ModelFile... files) {
        return deploy("改动", "Camunda Modeler", files);
    }

    private String deploy(String name, String source, ModelFile... files) {
        var deployment = repository.createDeployment().name(name).source(source);
        for (ModelFile file : files) {
            deployment.addInputStream(file.resource(), new ByteArrayInputStream(file.content()));
        }
        return deployment.deploy().getId();
    }

    private List<Deployment> deployments() {
        return repository.createDeploymentQuery().list();
    }

    private List<Deployment> made() {
        return deployments().stream()
                .filter(deployment -> !before.contains(deployment.getId()))
                .toList();
    }

    private List<State> states(List<ModelFile> files) {
        return standings.of(files).stream().map(ModelStanding::state).toList();
    }

    private String text(ModelKey key) {
        return running.find(key).orElseThrow().file().text();
    }

    private int version(ModelKey key) {
        return running.find(key).orElseThrow().version();
    }

    private static List<ModelFile> files(String work, String decisions, String entry) {
        return List.of(work(work), decisions(decisions), entry(entry));
    }

    private static ModelFile work(String version) {
        return new ModelFile("test/work.bpmn", bytes("""
                        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="work" targetNamespace="http://smecluster.org/test">
                          <bpmn:process id="deployedWork" isExecutable="true" camunda:historyTimeToLive="P1D">
                            <bpmn:startEvent id="event_started"><bpmn:outgoing>flow_work</bpmn:outgoing></bpmn:startEvent>
                            <bpmn:sequenceFlow id="flow_work" sourceRef="event_started" targetRef="task_work"/>
                            <bpmn:userTask id="task_work" name="办理%s" camunda:formRef="deployedEntry" camunda:formRefBinding="latest">
                              <bpmn:incoming>flow_work</bpmn:incoming>
                            </bpmn:userTask>
                          </bpmn:process>
                        </bpmn:definitions>
                        """.formatted(version)));
    }

    private static ModelFile decisions(String version) {
        return new ModelFile(
                "test/decisions.dmn",
                definitions(
                        "deployedDecisions", decision("deployedFirst", version) + decision("deployedSecond", version)));
    }

    private static byte[] definitions(String id, String decisions) {
        return bytes("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" "
                + "xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\" id=\"" + id + "\" name=\"" + id
                + "\" namespace=\"http://smecluster.org/test\">" + decisions + "</definitions>");
    }

    private static String decision(String id, String version) {
        return "<decision id=\"" + id + "\" name=\"" + id + "\" camunda:historyTimeToLive=\"P1D\">" + "<variable id=\""
                + id + "_result\" name=\"result\" typeRef=\"string\"/><literalExpression id=\"" + id
                + "_text\"><text>\"" + version + "\"</text></literalExpression></decision>";
    }

    private static ModelFile entry(String version) {
        return new ModelFile(
                "test/entry.form",
                bytes("{\"id\":\"deployedEntry\",\"type\":\"default\",\"schemaVersion\":16,\"components\":"
                        + "[{\"type\":\"textfield\",\"id\":\"f1\",\"key\":\"opinion\",\"label\":\"意见" + version
                        + "\"}]}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
