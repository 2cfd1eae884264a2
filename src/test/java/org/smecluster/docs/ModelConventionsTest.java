package org.smecluster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.guard.TaskKinds;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

/** What the house style asks of every process and form. All findings of a rule are told at once. */
@DisplayName("流程和表单的写法：全部遵守约定")
class ModelConventionsTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern ONE_VARIABLE = Pattern.compile(
            "\\$\\{\\s*!?\\s*[a-z]\\w*(\\s*(==|!=)\\s*('[^']*'|\"[^\"]*\"|true|false|null|\\d+))?\\s*}");
    private static final Pattern CALL = Pattern.compile("[$#]\\{[^}]*\\(");
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern GENERATED = Pattern.compile("\\w+_[0-9a-z]{7}");
    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist", "datetime");
    private static final Set<String> BROKEN_IN_TASKLIST = Set.of("filepicker", "documentPreview", "dynamiclist");

    private static final Map<Path, BpmnModelInstance> PROCESSES = Models.processes();
    private static final Map<Path, JsonNode> FORMS = Models.forms();

    @Test
    @DisplayName("流程：编号即文件名，有中文名称、条文、说明、留存期、版本标签")
    void processesAreNamedCitedAndKept() {
        List<String> found = new ArrayList<>();
        PROCESSES.forEach((file, model) -> {
            Process process = Models.process(model);
            check(found, process.getId(), process.getId().equals(Models.stem(file)), "is not the file's name");
            check(found, process.getId(), isChinese(process.getName()), "has no Chinese name");
            check(found, process.getId(), cites(process), "cites no article");
            check(found, process.getId(), isDocumented(process), "has no documentation");
            check(found, process.getId(), has(process.getCamundaHistoryTimeToLiveString()), "has no historyTimeToLive");
            check(found, process.getId(), has(process.getCamundaVersionTag()), "has no version tag");
            check(found, process.getId(), process.isExecutable(), "is not executable");
        });
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("每个节点、每条带条件的连线引用条文；每个节点有说明")
    void elementsCiteTheirArticle() {
        assertNone(
                findings(FlowNode.class, node -> isJoin(node) || cites(node), "cites no article"),
                findings(FlowNode.class, node -> isJoin(node) || isDocumented(node), "has no documentation"),
                findings(
                        SequenceFlow.class,
                        flow -> flow.getConditionExpression() == null || cites(flow),
                        "cites no article"));
    }

    @Test
    @DisplayName("编号有前缀和动宾，不是工具生成的")
    void idsSayWhatTheyAre() {
        assertThat(findings(
                        FlowElement.class,
                        element -> element.getId().startsWith(prefix(element))
                                && !GENERATED.matcher(element.getId()).matches(),
                        element -> "is not named " + prefix(element) + "…"))
                .isEmpty();
    }

    @Test
    @DisplayName("名称：都是中文；判断网关是问句，其分支有名称；任务、事件不是问句")
    void labelsReadAsAClerkSaysThem() {
        assertNone(
                findings(FlowNode.class, node -> node instanceof Gateway || isChinese(node.getName()), "has no name"),
                findings(
                        Gateway.class,
                        gateway -> !decides(gateway) || isChinese(gateway.getName()) && asks(gateway),
                        "decides and asks no question"),
                findings(
                        SequenceFlow.class,
                        flow -> !decides(flow.getSource()) || isChinese(flow.getName()),
                        "leaves a deciding gateway without a name"),
                findings(FlowNode.class, node -> node instanceof Gateway || !asks(node), "asks a question"));
    }

    @Test
    @DisplayName("分支只看一个变量，每个判断有默认分支或覆盖全部情形的条件")
    void conditionsTestOneVariable() {
        assertNone(
                findings(
                        SequenceFlow.class,
                        flow -> flow.getConditionExpression() == null
                                || ONE_VARIABLE
                                        .matcher(flow.getConditionExpression()
                                                .getTextContent()
                                                .strip())
                                        .matches(),
                        "tests more than one variable"),
                findings(
                        ExclusiveGateway.class,
                        gateway -> !decides(gateway) || gateway.getDefault() != null,
                        "has no default flow"));
    }

    @Test
    @DisplayName("模型里没有脚本、类名、方法调用")
    void modelsHoldNoCode() {
        List<String> found = new ArrayList<>();
        PROCESSES.forEach((file, model) -> {
            String id = Models.stem(file);
            model.getModelElementsByType(ScriptTask.class).forEach(task -> found.add(id + ": " + task.getId()));
            model.getModelElementsByType(Script.class).forEach(script -> found.add(id + ": a script"));
            model.getModelElementsByType(CamundaScript.class).forEach(script -> found.add(id + ": a script"));
            Models.elements(model.getDocument().getRootElement()).forEach(element -> {
                check(found, id, element.getAttribute(CAMUNDA, "class") == null, "names a class");
                check(found, id, element.getAttribute("class") == null, "names a class");
                Stream.of("assignee", "candidateGroups", "collection", "dueDate", "expression", "businessKey")
                        .flatMap(name -> Stream.of(element.getAttribute(CAMUNDA, name), element.getAttribute(name)))
                        .filter(value -> value != null && CALL.matcher(value).find())
                        .forEach(value -> found.add(id + ": calls a method: " + value));
                check(
                        found,
                        id,
                        !element.getChildElements().isEmpty()
                                || !CALL.matcher(element.getTextContent()).find(),
                        "calls a method: " + element.getTextContent().strip());
            });
        });
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("引用的表单都在，绑定 latest；没有无人使用的表单")
    void formsExistAndAreBoundToLatest() {
        Set<String> forms = FORMS.keySet().stream().map(Models::stem).collect(Collectors.toCollection(TreeSet::new));
        Set<String> used = new TreeSet<>();
        List<String> found = new ArrayList<>();
        PROCESSES.values().forEach(model -> Models.elements(model.getDocument().getRootElement())
                .filter(element -> element.getAttribute(CAMUNDA, "formRef") != null)
                .forEach(element -> {
                    String where = Models.process(model).getId() + "#" + element.getAttribute("id");
                    String form = element.getAttribute(CAMUNDA, "formRef");
                    used.add(form);
                    check(found, where, forms.contains(form), "names the missing form " + form);
                    check(
                            found,
                            where,
                            "latest".equals(element.getAttribute(CAMUNDA, "formRefBinding")),
                            "binds its form otherwise than latest (ADR 0053)");
                }));
        assertThat(found).isEmpty();
        forms.removeAll(used);
        assertThat(forms).as("forms that no process uses").isEmpty();
    }

    @Test
    @DisplayName("每个人工任务有表单、候选人、到期日、优先级")
    void tasksAreForSomebodyByADay() {
        assertNone(
                findings(UserTask.class, task -> has(attribute(task, "formRef")), "has no form"),
                findings(
                        UserTask.class,
                        task -> has(task.getCamundaCandidateGroups())
                                || has(task.getCamundaAssignee())
                                || has(task.getCamundaCandidateUsers()),
                        "is for nobody"),
                findings(
                        UserTask.class,
                        task -> has(task.getCamundaDueDate())
                                || Models.property(task, "dueWorkingDays").isPresent(),
                        "has no due date"),
                findings(UserTask.class, task -> has(task.getCamundaPriority()), "has no priority"));
    }

    @Test
    @DisplayName("服务任务和监听器的 bean 都在")
    void beansExist() {
        Set<String> beans = beans();
        List<String> found = new ArrayList<>();
        PROCESSES.values().forEach(model -> {
            String id = Models.process(model).getId();
            delegateExpressions(model).forEach(expression -> {
                var matcher = BEAN.matcher(expression);
                check(found, id, matcher.matches() && beans.contains(matcher.group(1)), "no bean " + expression);
            });
            model.getModelElementsByType(UserTask.class)
                    .forEach(task -> check(
                            found,
                            id,
                            Models.property(task, TaskKinds.PROPERTY)
                                    .flatMap(TaskKinds::of)
                                    .filter(kind ->
                                            beans.containsAll(kind.create()) && beans.containsAll(kind.complete()))
                                    .isPresent(),
                            task.getId() + " has no kind whose beans are there"));
            Stream.of(ServiceTask.class, SendTask.class)
                    .flatMap(type -> model.getModelElementsByType(type).stream())
                    .map(Task.class::cast)
                    .forEach(task -> check(
                            found,
                            id,
                            has(attribute(task, "delegateExpression")),
                            task.getId() + " delegates to no bean"));
        });
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("引用的决策表、被调用的流程都在，绑定 latest")
    void decisionsAndCalledProcessesExist() {
        Set<String> decisions =
                Models.decisions().stream().map(Decision::getId).collect(Collectors.toCollection(TreeSet::new));
        assertThat(findings(
                        BusinessRuleTask.class,
                        task -> decisions.contains(task.getCamundaDecisionRef())
                                && isLatest(task.getCamundaDecisionRefBinding()),
                        "evaluates no decision of ours, or not the latest"))
                .isEmpty();
        Set<String> processes = PROCESSES.keySet().stream().map(Models::stem).collect(Collectors.toSet());
        assertThat(findings(
                        CallActivity.class,
                        call -> processes.contains(call.getCalledElement())
                                && isLatest(call.getCamundaCalledElementBinding()),
                        "calls no process of ours, or not the latest"))
                .isEmpty();
    }

    @Test
    @DisplayName("消息名都是代码里的常量")
    void messagesAreConstants() {
        Set<String> constants = Code.constants(String.class).collect(Collectors.toSet());
        assertThat(PROCESSES.values().stream()
                        .flatMap(model -> model.getModelElementsByType(Message.class).stream())
                        .map(Message::getName)
                        .filter(message -> !constants.contains(message)))
                .isEmpty();
    }

    @Test
    @DisplayName("表单：编号即文件名，以说明开头，没有在待办里不能用的组件，文字都是中文")
    void formsIntroduceThemselves() {
        List<String> found = new ArrayList<>();
        FORMS.forEach((file, form) -> {
            String id = Models.stem(file);
            check(found, id, id.equals(form.path("id").asText()), "its id is not the file's name");
            List<JsonNode> components = Models.components(form);
            check(
                    found,
                    id,
                    !components.isEmpty()
                            && "text".equals(components.get(0).path("type").asText()),
                    "does not begin with a text");
            for (JsonNode component : components) {
                String where = id + "#"
                        + component.path("key").asText(component.path("id").asText());
                String type = component.path("type").asText();
                check(found, where, !BROKEN_IN_TASKLIST.contains(type), "a " + type + " breaks Tasklist");
                texts(component)
                        .filter(text -> !text.startsWith("=") && text.matches(".*[A-Za-z]{2}.*"))
                        .forEach(text -> check(found, where, isChinese(text), "is not Chinese: " + text));
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("表单：每个填写项有名称，文字有长度上限，数字有下限，选项有中文名称")
    void fieldsAreBounded() {
        List<String> found = new ArrayList<>();
        FORMS.forEach((file, form) -> Models.components(form).stream()
                .filter(field -> INPUTS.contains(field.path("type").asText()))
                .forEach(field -> {
                    String where = Models.stem(file) + "#" + field.path("key").asText();
                    String type = field.path("type").asText();
                    check(found, where, isChinese(label(field)), "has no Chinese label");
                    check(
                            found,
                            where,
                            !GENERATED.matcher(field.path("key").asText()).matches(),
                            "has a generated key");
                    for (JsonNode option : field.path("values")) {
                        check(found, where, has(option.path("label").asText()), "has an option without a label");
                    }
                    if (field.path("readonly").asBoolean()
                            || field.path("disabled").asBoolean()) {
                        return;
                    }
                    JsonNode validation = field.path("validate");
                    check(found, where, !type.startsWith("text") || validation.has("maxLength"), "has no maxLength");
                    check(found, where, !type.equals("number") || validation.has("min"), "has no least value");
                }));
        assertThat(found).isEmpty();
    }

    @SafeVarargs
    private static void assertNone(List<String>... findings) {
        assertThat(Stream.of(findings).flatMap(List::stream)).isEmpty();
    }

    private static <T extends FlowElement> List<String> findings(Class<T> type, Predicate<T> holds, String otherwise) {
        return findings(type, holds, element -> otherwise);
    }

    private static <T extends FlowElement> List<String> findings(
            Class<T> type, Predicate<T> holds, Function<T, String> otherwise) {
        return PROCESSES.values().stream()
                .flatMap(model -> model.getModelElementsByType(type).stream()
                        .filter(holds.negate())
                        .map(element ->
                                Models.process(model).getId() + "#" + element.getId() + " " + otherwise.apply(element)))
                .toList();
    }

    private static void check(List<String> found, String where, boolean holds, String otherwise) {
        if (!holds) {
            found.add(where + " " + otherwise);
        }
    }

    private static String prefix(FlowElement element) {
        if (element instanceof SequenceFlow) {
            return "flow_";
        }
        if (element instanceof Event) {
            return "event_";
        }
        if (element instanceof Gateway) {
            return "gateway_";
        }
        if (element instanceof BusinessRuleTask) {
            return "decide_";
        }
        if (element instanceof ServiceTask || element instanceof SendTask) {
            return "service_";
        }
        if (element instanceof CallActivity) {
            return "call_";
        }
        return element instanceof SubProcess ? "sub" : element instanceof Activity ? "task_" : "";
    }

    private static boolean isJoin(FlowNode node) {
        return node instanceof Gateway && node.getOutgoing().size() == 1;
    }

    private static boolean decides(FlowNode node) {
        return (node instanceof ExclusiveGateway || node instanceof InclusiveGateway)
                && node.getOutgoing().size() > 1;
    }

    private static boolean asks(FlowNode node) {
        return has(node.getName()) && node.getName().strip().matches("(?s).*[?？]");
    }

    private static boolean cites(BaseElement element) {
        return Models.property(element, "article")
                .filter(article -> !Citations.in(article).isEmpty())
                .isPresent();
    }

    private static boolean isDocumented(BaseElement element) {
        return element.getDocumentations().stream().anyMatch(text -> isChinese(text.getTextContent()));
    }

    private static boolean isLatest(String binding) {
        return binding == null || binding.equals("latest");
    }

    private static boolean has(String text) {
        return text != null && !text.isBlank();
    }

    private static boolean isChinese(String text) {
        return text != null && CHINESE.matcher(text).find();
    }

    private static String attribute(ModelElementInstance element, String name) {
        return element.getAttributeValueNs(CAMUNDA, name);
    }

    private static String label(JsonNode field) {
        return Stream.of("label", "dateLabel", "timeLabel")
                .map(name -> field.path(name).asText())
                .filter(ModelConventionsTest::has)
                .findFirst()
                .orElse("");
    }

    private static Stream<String> texts(JsonNode component) {
        return Stream.concat(
                        Stream.of("label", "dateLabel", "timeLabel", "description", "text")
                                .map(name -> component.path(name).asText()),
                        Stream.of("prefixAdorner", "suffixAdorner")
                                .map(name ->
                                        component.path("appearance").path(name).asText()))
                .filter(ModelConventionsTest::has);
    }

    static Stream<String> delegateExpressions(BpmnModelInstance model) {
        return Models.elements(model.getDocument().getRootElement())
                .flatMap(element -> Stream.of(
                        element.getAttribute(CAMUNDA, "delegateExpression"),
                        element.getAttribute("delegateExpression"),
                        element.getAttribute(CAMUNDA, "variableMappingDelegateExpression")))
                .filter(ModelConventionsTest::has)
                .distinct();
    }

    /** By name: what Spring's scan will find. */
    static Set<String> beans() {
        var registry = new DefaultListableBeanFactory();
        Set<String> names = new ClassPathScanningCandidateComponentProvider(true)
                .findCandidateComponents("org.smecluster").stream()
                        .map(bean -> AnnotationBeanNameGenerator.INSTANCE.generateBeanName(bean, registry))
                        .collect(Collectors.toCollection(TreeSet::new));
        Code.APPLICATION.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Bean.class))
                .forEach(method -> names.add(method.getName()));
        return names;
    }
}
