package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smecluster.support.Desks.PINGLUO;
import static org.smecluster.support.Desks.SHIZUISHAN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.policy.guard.TaskKinds;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("表单与程序的约定：每张表单一个记录，改了的表单缺了什么就说什么")
class FormRecordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GUIDANCE = "task_guideAdmission";

    @Autowired
    List<FormRecords> procedures;

    @Autowired
    Desks desks;

    @Autowired
    Casework casework;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    private int deployments;

    @BeforeEach
    void today() {
        TestClock.set(LocalDate.of(2026, 3, 2));
    }

    private Map<String, Class<? extends Record>> records() {
        Map<String, Class<? extends Record>> records = new HashMap<>();
        procedures.forEach(
                procedure -> procedure.byForm().forEach((form, record) -> assertThat(records.put(form, record))
                        .as("another record of %s", form)
                        .isNull()));
        return records;
    }

    @TestFactory
    @DisplayName("每个记录与其表单：字段都在，类型、选项、必填一致")
    Stream<DynamicTest> recordsAgreeWithTheirForms() throws IOException {
        Map<String, JsonNode> forms = shipped();
        return records().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> assertThat(
                                FormAgreement.differences(entry.getValue(), forms.get(entry.getKey())))
                        .isEmpty()));
    }

    @Test
    @DisplayName("有监听器读取的表单都有记录，没有一个记录是多余的")
    void everyFormThatIsReadHasARecord() throws IOException {
        Set<String> read = new TreeSet<>();
        for (Path file : files("processes", ".bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            model.getModelElementsByType(StartEvent.class).stream()
                    .filter(start -> has(start, CamundaExecutionListener.class))
                    .forEach(start -> read.add(start.getCamundaFormRef()));
            model.getModelElementsByType(UserTask.class).stream()
                    .flatMap(task -> task
                            .getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaProperties.class)
                            .singleResult()
                            .getCamundaProperties()
                            .stream())
                    .filter(property -> property.getCamundaName().equals(TaskKinds.PROPERTY))
                    .map(property -> TaskKinds.of(property.getCamundaValue()).orElseThrow())
                    .filter(kind -> !kind.complete().isEmpty())
                    .forEach(kind -> read.add(kind.form()));
        }
        assertThat(records().keySet()).isNotEmpty().isEqualTo(read);
    }

    private static boolean has(FlowNode node, Class<CamundaExecutionListener> listener) {
        return node.getExtensionElements() != null
                && !node.getExtensionElements().getChildElementsByType(listener).isEmpty();
    }

    @Test
    @DisplayName("政策负责人自己加的字段成为流程变量，启动表单和任务表单都是；记录里有的不成为变量")
    void anOwnFieldBecomesAVariable() throws IOException {
        deploy("startAdmission", form -> components(form).add(field("textfield", "ownSource")));
        deploy("guideAdmission", form -> components(form).add(field("number", "ownScore")));
        ProcessInstance instance = CaseWalk.admissionRequested(desks, PINGLUO, "ownSource", "招商");
        CaseWalk.planEntered(desks, instance);
        desks.complete(SHIZUISHAN, instance, GUIDANCE, "guidance", "FORWARD", "opinion", "规划可行", "ownScore", 90);
        assertThat(runtime.getVariables(instance.getId()))
                .containsEntry("ownSource", "招商")
                .containsEntry("ownScore", 90)
                .containsEntry("admissionForwarded", true)
                .doesNotContainKeys("leadingIndustry", "profile", "developmentPlan", "guidance", "opinion");
    }

    @Test
    @DisplayName("表单缺了必填项：办理时指名拒绝，并说明找谁，什么都没有留下")
    void aMissingComponentIsRefusedByName() throws IOException {
        deploy("guideAdmission", form -> remove(form, "opinion"));
        refused(
                planEntered(),
                Map.of("guidance", "FORWARD"),
                "表单“guideAdmission”缺少必填项“opinion”，暂时不能办理。请联系政策负责人在表单中补上此项后重新部署");
    }

    @Test
    @DisplayName("启动表单缺了必填项：指名拒绝，没有立案")
    void aMissingComponentOfAStartFormIsRefusedByName() throws IOException {
        deploy("startAdmission", form -> remove(form, "profile"));
        assertThatThrownBy(() -> desks.start(
                        PINGLUO,
                        "cultivationAdmission",
                        "clusterName",
                        "平罗冶金集群",
                        "leadingIndustry",
                        "冶金",
                        "latestOutput",
                        18.5,
                        "enterpriseCount",
                        46))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining("表单“startAdmission”缺少必填项“profile”");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    @DisplayName("表单不再要求填写、隐藏了、改了类型或加了程序不认识的选项：都在该字段上拒绝")
    void whatTheRecordCannotHoldIsRefused() throws IOException {
        ProcessInstance instance = planEntered();
        deploy("guideAdmission", form -> with(form, "opinion").remove("validate"));
        refused(instance, Map.of("guidance", "FORWARD"), "“意见”为必填项，请填写");
        deploy(
                "guideAdmission",
                form -> with(form, "opinion").putObject("conditional").put("hide", "=guidance = \"FORWARD\""));
        refused(instance, Map.of("guidance", "FORWARD"), "“意见”未能填写：表单将其隐藏或设为只读。请联系政策负责人修改表单后重新部署");
        deploy("guideAdmission", form -> ((ArrayNode) with(form, "guidance").path("values"))
                .addObject()
                .put("value", "DEFER")
                .put("label", "暂缓"));
        refused(instance, Map.of("guidance", "DEFER", "opinion", "再议"), "“处理”没有“DEFER”这一选项");
    }

    private ProcessInstance planEntered() {
        ProcessInstance instance = CaseWalk.admissionRequested(desks, PINGLUO);
        CaseWalk.planEntered(desks, instance);
        return instance;
    }

    private void refused(ProcessInstance instance, Map<String, Object> values, String sentence) {
        String caseNumber = (String) runtime.getVariable(instance.getId(), "caseNumber");
        List<CaseEntry> entries = casework.entries(caseNumber);
        Map<String, Object> variables = runtime.getVariables(instance.getId());
        String task = desks.task(SHIZUISHAN, instance, GUIDANCE).getId();
        assertThatThrownBy(() -> desks.complete(SHIZUISHAN, task, values))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining(sentence);
        assertThat(desks.task(SHIZUISHAN, instance, GUIDANCE).getId()).isEqualTo(task);
        assertThat(casework.entries(caseNumber)).isEqualTo(entries);
        assertThat(runtime.getVariables(instance.getId())).isEqualTo(variables);
    }

    private void deploy(String form, Consumer<ObjectNode> change) throws IOException {
        ObjectNode changed = (ObjectNode) shipped().get(form);
        change.accept(changed);
        repository
                .createDeployment()
                .name("changed " + ++deployments)
                .addString(form + ".form", changed.toString())
                .deploy();
    }

    private static ArrayNode components(ObjectNode form) {
        return (ArrayNode) form.path("components");
    }

    private static ObjectNode field(String type, String key) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("id", key)
                .put("key", key)
                .put("label", key);
    }

    private static ObjectNode with(ObjectNode form, String key) {
        for (JsonNode component : components(form)) {
            if (component.path("key").asText().equals(key)) {
                return (ObjectNode) component;
            }
        }
        throw new IllegalArgumentException("no " + key);
    }

    private static void remove(ObjectNode form, String key) {
        ArrayNode components = components(form);
        for (int i = 0; i < components.size(); i++) {
            if (components.path(i).path("key").asText().equals(key)) {
                components.remove(i);
            }
        }
    }

    /** By id. */
    private static Map<String, JsonNode> shipped() throws IOException {
        Map<String, JsonNode> forms = new LinkedHashMap<>();
        for (Path file : files("forms", ".form")) {
            JsonNode form = JSON.readTree(file.toFile());
            forms.put(form.path("id").asText(), form);
        }
        return forms;
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return new ArrayList<>(all.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList());
        }
    }
}
