package org.smecluster.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.smecluster.engine.deployment.ShippedModels;
import org.smecluster.policy.engine.DangerousModels.Dangerous;
import org.smecluster.support.Modeler;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcessTest
@DisplayName("部署：Modeler、接口和程序都过同一道关，不合清单的什么都不存下")
class DeployedByPeopleTest {

    private static final String BPMN = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' "
            + "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:camunda='http://camunda.org/schema/1.0/bpmn' "
            + "id='definitions' targetNamespace='http://smecluster.org/test'>%s</definitions>";
    private static final String PROCESS = BPMN.formatted(
            "<process id='deployedByHand' isExecutable='true' camunda:historyTimeToLive='P1D'>\n%s\n</process>");

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    ShippedModels shipped;

    @Autowired
    FormService forms;

    @LocalServerPort
    int port;

    private Set<String> before;

    @BeforeEach
    void remember() {
        before = deployments();
    }

    private Set<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .collect(Collectors.toSet());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Modeler modeler() {
        return new Modeler("policy", port);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static List<Dangerous> dangerous() {
        return DangerousModels.all();
    }

    @Test
    @DisplayName("危险的模型不少于41种")
    void enough() {
        assertThat(dangerous()).hasSizeGreaterThanOrEqualTo(41);
    }

    @ParameterizedTest
    @MethodSource("dangerous")
    @DisplayName("危险的模型从 Modeler 部署：400，写明文件、行、元素和改法，什么都没有存下")
    void refused(Dangerous model) throws IOException {
        HttpResponse<String> answer = modeler().deploy("危险", model.file(), bytes(model.text()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        String message = json(answer).path("message").asText();
        assertThat(message)
                .startsWith("没有部署：共有")
                .contains("\n1. " + model.file())
                .doesNotContain("ENGINE-", "Exception");
        if (model.element() != null) {
            assertThat(message).containsPattern(" 第[1-9][0-9]*行，元素 " + model.element() + "：");
        }
        assertThat(deployments()).isEqualTo(before);
    }

    /** That API may also not let them deploy at all. */
    @Test
    @DisplayName("危险的模型从网页应用的接口部署：同样不存下，有效的照样")
    void throughTheWebApps() throws IOException {
        Modeler session = Modeler.inSession("policy", port);
        for (Dangerous model : dangerous()) {
            HttpResponse<String> answer = session.deploy("危险", model.file(), bytes(model.text()));
            assertThat(answer.statusCode()).as(model + answer.body()).isIn(400, 403);
            if (answer.statusCode() == 400) {
                assertThat(json(answer).path("message").asText()).startsWith("没有部署：共有");
            }
        }
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    @DisplayName("删除部署：政策人员不能，无论哪个接口、带不带 cascade；系统管理员带 cascade 不能，没有案件用过的可以")
    void deletion() throws IOException {
        String id = repository
                .createDeployment()
                .addString("x.bpmn", PROCESS.formatted("<startEvent id='event_started'/>"))
                .deploy()
                .getId();
        for (Modeler owner : List.of(modeler(), Modeler.inSession("policy", port))) {
            for (String query :
                    List.of("", "?cascade=true", "?cascade=TRUE&skipCustomListeners=true", "?cascade=false")) {
                assertThat(owner.delete(id, query).statusCode()).as(query).isEqualTo(403);
            }
        }
        for (Modeler admin : List.of(new Modeler("admin", port), Modeler.inSession("admin", port))) {
            assertThat(admin.delete(id, "?cascade=true").statusCode()).isIn(400, 403);
        }
        assertThat(deployments()).contains(id);
        HttpResponse<String> refused = Modeler.inSession("admin", port).delete(id, "?cascade=true");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("message").asText()).contains("不能连同案件一起删除");
        assertThat(Modeler.inSession("admin", port).delete(id, "").statusCode()).isEqualTo(204);
        assertThat(deployments()).doesNotContain(id);
    }

    @ParameterizedTest
    @MethodSource("dangerous")
    @DisplayName("危险的模型由程序以某人的名义部署，或者不以任何人的名义：同样拒绝")
    void refusedInJava(Dangerous model) {
        for (String person : new String[] {"policy", "admin", null}) {
            if (person != null) {
                identity.setAuthentication(person, List.of(person.equals("admin") ? "camunda-admin" : "policy-owner"));
            }
            DeploymentBuilder deployment = repository
                    .createDeployment()
                    .addInputStream(model.file(), new ByteArrayInputStream(bytes(model.text())));
            assertThatThrownBy(deployment::deploy)
                    .hasMessageContaining(model.element() == null ? model.file() : model.element());
            identity.clearAuthentication();
        }
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    @DisplayName("Modeler：检查连接、问版本、部署、改动后再部署；没有改动的不产生新版本")
    void theModeler() throws IOException {
        assertThat(modeler().checkConnection(false).statusCode()).isEqualTo(401);
        assertThat(modeler().checkConnection(true))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                .satisfies(answer -> assertThat(answer.body()).isEqualTo("[]"));
        assertThat(json(modeler().version()).path("version").asText()).startsWith("7.24");

        byte[] first = bytes(PROCESS.formatted("<startEvent id='event_started' name='已发起'/>"));
        assertThat(modeler()
                        .deploy("deployedByHand", "deployedByHand.bpmn", first)
                        .statusCode())
                .isEqualTo(409);
        assertThat(deployments()).isEqualTo(before);
        Modeler.deployAndApprove("deployedByHand.bpmn", first, port);
        assertThat(latest().getVersion()).isOne();
        assertThat(Modeler.shown(modeler().deploy("deployedByHand", "deployedByHand.bpmn", first))
                        .log())
                .startsWith("没有变化：");

        byte[] second = bytes(PROCESS.formatted("<startEvent id='event_started' name='已开始'/>"));
        assertThat(Modeler.shown(modeler()
                                .deploy("deployedByHand", "deployedByHand.bpmn", second, "deploy-changed-only", "true"))
                        .log())
                .startsWith("已存为草稿");
        Modeler.deployAndApprove("deployedByHand.bpmn", second, port);
        assertThat(latest().getVersion()).isEqualTo(2);

        // the first one again: deployed once, but no longer in force
        Modeler.deployAndApprove("deployedByHand.bpmn", first, port);
        assertThat(latest().getVersion()).isEqualTo(3);
    }

    private ProcessDefinition latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("deployedByHand")
                .latestVersion()
                .singleResult();
    }

    @Test
    @DisplayName("Modeler：随附的每一个流程、决策表和表单，打开后原样部署没有变化，改了无关的存为草稿")
    void everyShippedFile() {
        shipped.files().forEach(file -> {
            String name = file.resource().substring(file.resource().lastIndexOf('/') + 1);
            assertThat(Modeler.shown(modeler().deploy(name, name, file.content()))
                            .log())
                    .startsWith("没有变化：" + name);
            HttpResponse<String> answer = modeler().deploy(name, name, bytes(file.text() + "\n"));
            assertThat(answer.statusCode()).as(name + answer.body()).isEqualTo(409);
            assertThat(Modeler.shown(answer).log()).as(name).startsWith("已存为草稿");
        });
    }

    @Test
    @DisplayName("多个文件一次部署，有一个不合清单，全部不部署，全部问题一次说明")
    void allAtOnce() {
        List<Dangerous> models = dangerous().stream()
                .filter(model -> model.file().endsWith(".bpmn"))
                .toList();
        DeploymentBuilder deployment = repository
                .createDeployment()
                .addString("good.bpmn", PROCESS.formatted("<startEvent id='event_started'/>"));
        for (int i = 0; i < models.size(); i++) {
            deployment.addString(
                    i + ".bpmn", models.get(i).text().replace("id='dangerous'", "id='dangerous" + i + "'"));
        }
        assertThatThrownBy(deployment::deploy).satisfies(refusal -> {
            for (int i = 0; i < models.size(); i++) {
                assertThat(refusal.getMessage()).contains(i + ".bpmn 第");
            }
        });
        assertThat(deployments()).isEqualTo(before);
    }

    static Stream<Arguments> leftToTheEngine() {
        return Stream.of(
                arguments("x.bpmn", PROCESS.formatted("<startEvent id='a'/><startEvent id='a'/>"), "a"),
                arguments("x.bpmn", PROCESS.formatted("<startEvent id='a'/><startEvent id='b'/>"), "b"),
                arguments(
                        "x.bpmn",
                        PROCESS.formatted("<startEvent id='a'/><sequenceFlow id='f' sourceRef='a' targetRef='none'/>"),
                        "f"),
                arguments(
                        "x.bpmn",
                        PROCESS.formatted("<startEvent id='a'/><boundaryEvent id='b' attachedToRef='none'/>"),
                        "b"),
                arguments(
                        "x.bpmn",
                        PROCESS.formatted("<startEvent id='a'/><endEvent id='e'><errorEventDefinition/></endEvent>"),
                        "e"),
                arguments("x.bpmn", PROCESS.formatted("<startEvent id='a'/><callActivity id='c'/>"), "c"),
                arguments("x.bpmn", PROCESS.formatted("<startEvent id='a'/><businessRuleTask id='r'/>"), "r"),
                arguments("x.bpmn", PROCESS.formatted("<startEvent id='a'/><intermediateCatchEvent id='i'/>"), "i"),
                arguments(
                        "x.bpmn",
                        PROCESS.formatted("<startEvent id='a'/><receiveTask id='r' messageRef='none'/>"),
                        "r"),
                arguments(
                        "x.bpmn",
                        PROCESS.formatted(
                                "<startEvent id='a'/><userTask id='u' camunda:formRef='f' camunda:formRefBinding='version'/>"),
                        "u"),
                arguments(
                        "x.bpmn",
                        PROCESS.formatted("<startEvent id='a'><timerEventDefinition id='t'/></startEvent>"),
                        null),
                arguments(
                        "x.bpmn",
                        PROCESS.formatted(
                                "<startEvent id='a'><timerEventDefinition id='t'><timeCycle>0 99 99 99 99 ?</timeCycle></timerEventDefinition></startEvent>"),
                        null),
                arguments(
                        "x.bpmn",
                        PROCESS.formatted(
                                "<startEvent id='a'><timerEventDefinition id='t'><timeDate>${later}</timeDate></timerEventDefinition></startEvent>"),
                        null),
                arguments(
                        "x.bpmn",
                        PROCESS.formatted(
                                "<startEvent id='a'><timerEventDefinition id='t'><timeDate>2026-13-45T99:99:99</timeDate></timerEventDefinition></startEvent>"),
                        null),
                arguments(
                        "x.bpmn",
                        PROCESS.formatted(
                                "<startEvent id='a'/><task id='t'><multiInstanceLoopCharacteristics/></task>"),
                        "t"),
                arguments("x.bpmn", PROCESS.formatted("<startEvent id='a'/><laneSet id='l'/>"), null),
                arguments("x.bpmn", BPMN.formatted("<message id='m' name='x'/><message id='m' name='y'/>"), null),
                arguments(
                        "x.bpmn",
                        BPMN.formatted("<collaboration id='c'><participant id='p' processRef='none'/></collaboration>"),
                        null),
                arguments("x.dmn", decision("<decisionTable id='t'/>"), null),
                arguments(
                        "x.dmn",
                        decision("<decisionTable id='t'><output id='o' name='y'/><rule id='r'/></decisionTable>"),
                        null),
                arguments(
                        "x.dmn",
                        decision(
                                "<decisionTable id='t'><output id='o' name='y'/><output id='o' name='z'/></decisionTable>"),
                        null),
                arguments(
                        "x.dmn",
                        decision("<decisionTable id='t'><input id='i'/><output id='o' name='y'/></decisionTable>"),
                        null),
                arguments(
                        "x.dmn",
                        decision("<informationRequirement><requiredDecision href='#none'/></informationRequirement>"),
                        null),
                arguments(
                        "x.dmn",
                        decision(
                                "<decisionTable id='t' hitPolicy='FIRST' aggregation='SUM'><output id='o' name='y'/></decisionTable>"),
                        null),
                arguments("x.dmn", decision(""), null));
    }

    private static String decision(String inner) {
        return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn' "
                + "id='diagram' name='x' namespace='http://smecluster.org/test'>"
                + "<decision id='deployedByHand' name='x' camunda:historyTimeToLive='P1D'>" + inner
                + "</decision></definitions>";
    }

    @ParameterizedTest
    @MethodSource("leftToTheEngine")
    @DisplayName("清单放过而引擎不接受的：也是400和一句话，能指明元素的指明元素，从不500")
    void whatTheEngineFinds(String file, String text, String element) throws IOException {
        HttpResponse<String> answer = modeler().deploy("引擎", file, bytes(text));
        assertThat(answer.statusCode()).as(answer.body()).isIn(409, 400);
        if (element != null) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(json(answer).path("message").asText()).contains("元素 " + element + "：");
        }
        if (answer.statusCode() == 400) {
            assertThat(json(answer).path("message").asText())
                    .startsWith("没有部署：")
                    .doesNotContain("Cannot invoke", "Exception");
            assertThat(deployments()).isEqualTo(before);
        }
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                arguments("名称有 NUL", "a\0b", new String[0]),
                arguments("名称过长", "长".repeat(256), new String[0]),
                arguments("租户", "x", new String[] {"tenant-id", "other"}),
                arguments("定时", "x", new String[] {"deployment-activation-time", "2030-01-01T00:00:00.000+0800"}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    @DisplayName("部署请求本身有问题的：400和一句话")
    void theRequestItself(String what, String name, String[] fields) throws IOException {
        byte[] good = bytes(PROCESS.formatted("<startEvent id='event_started'/>"));
        HttpResponse<String> answer = modeler().deploy(name, "x.bpmn", good, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("message").asText())
                .containsPattern("\\p{IsHan}")
                .doesNotContain("Exception");
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    @DisplayName("表单有字节序标记：照样部署，引擎读得出标识")
    void aFormWithAMark() throws IOException {
        byte[] form = bytes("\uFEFF{\"id\":\"marked\",\"type\":\"default\",\"components\":[]}");
        Modeler.deployAndApprove("marked.form", form, port);
        byte[] process = bytes(PROCESS.formatted(
                "<startEvent id='event_started' camunda:formRef='marked' camunda:formRefBinding='latest'/>"));
        Modeler.deployAndApprove("x.bpmn", process, port);
        String id = latest().getId();
        assertThat(forms.getDeployedStartForm(id)).hasBinaryContent(form);
        assertThat(new ObjectMapper().readTree(form).path("id").asText()).isEqualTo("marked");
    }
}
