package org.smecluster.policy.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.smecluster.policy.compare.Difference.Sign;
import org.smecluster.policy.guard.StepOwners;
import org.smecluster.policy.guard.TaskKinds;
import org.smecluster.policy.guard.Xml;

/** Two versions of a file of processes. */
final class ProcessComparison {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("definitions", "文件"),
            Map.entry("process", "流程"),
            Map.entry("collaboration", "协作图"),
            Map.entry("participant", "流程池"),
            Map.entry("laneSet", "泳道组"),
            Map.entry("lane", "泳道"),
            Map.entry("startEvent", "开始事件"),
            Map.entry("endEvent", "结束事件"),
            Map.entry("intermediateCatchEvent", "等待事件"),
            Map.entry("intermediateThrowEvent", "途中事件"),
            Map.entry("boundaryEvent", "边界事件"),
            Map.entry("task", "步骤"),
            Map.entry("manualTask", "手工步骤"),
            Map.entry("userTask", "任务"),
            Map.entry("serviceTask", "系统步骤"),
            Map.entry("sendTask", "发送步骤"),
            Map.entry("receiveTask", "等待消息的步骤"),
            Map.entry("businessRuleTask", "决策步骤"),
            Map.entry("scriptTask", "脚本步骤"),
            Map.entry("callActivity", "被调用的流程"),
            Map.entry("subProcess", "子流程"),
            Map.entry("exclusiveGateway", "判断"),
            Map.entry("inclusiveGateway", "多选判断"),
            Map.entry("parallelGateway", "并行"),
            Map.entry("eventBasedGateway", "等待其一"),
            Map.entry("sequenceFlow", "连线"),
            Map.entry("messageFlow", "消息连线"),
            Map.entry("message", "消息"),
            Map.entry("signal", "信号"),
            Map.entry("error", "错误"),
            Map.entry("escalation", "升级"),
            Map.entry("textAnnotation", "注释"),
            Map.entry("association", "注释连线"),
            Map.entry("group", "分组框"),
            Map.entry("dataObject", "数据"),
            Map.entry("dataObjectReference", "数据"),
            Map.entry("dataStore", "数据存储"),
            Map.entry("dataStoreReference", "数据存储"));

    private static final String LANE = "lane";
    private static final String KIND = "kind";
    private static final String WITHIN = "within";

    private static final Names NAMES = new Names(
            Map.ofEntries(
                    Map.entry(KIND, "类型"),
                    Map.entry(LANE, "所在的泳道"),
                    Map.entry(WITHIN, "所在的子流程"),
                    Map.entry("@name", "名称"),
                    Map.entry("documentation", "说明"),
                    Map.entry("@camunda:candidateGroups", "办理人"),
                    Map.entry("@camunda:candidateUsers", "可以办理的用户"),
                    Map.entry("@camunda:assignee", "指定的办理人"),
                    Map.entry("property[dueWorkingDays]@value", "办理期限"),
                    Map.entry("@camunda:dueDate", "办理期限"),
                    Map.entry("@camunda:followUpDate", "提醒日期"),
                    Map.entry("property[article]@value", "依据的条款"),
                    Map.entry("property[kind]@value", "办理方式"),
                    Map.entry("property[]@value", "扩展属性“%s”"),
                    Map.entry("@camunda:priority", "优先级"),
                    Map.entry("@camunda:formRef", "表单"),
                    Map.entry("@camunda:formRefBinding", "表单按哪一版"),
                    Map.entry("@camunda:formRefVersion", "表单的版本"),
                    Map.entry("@camunda:formKey", "表单"),
                    Map.entry("@camunda:delegateExpression", "执行的程序"),
                    Map.entry("taskListener[]@delegateExpression", "%s执行的程序"),
                    Map.entry("executionListener[]@delegateExpression", "%s执行的程序"),
                    Map.entry("@camunda:decisionRef", "所用的决策"),
                    Map.entry("@camunda:decisionRefBinding", "决策按哪一版"),
                    Map.entry("@camunda:decisionRefVersion", "决策的版本"),
                    Map.entry("@camunda:mapDecisionResult", "决策结果的取法"),
                    Map.entry("@camunda:resultVariable", "决策结果放入的变量"),
                    Map.entry("@calledElement", "调用的流程"),
                    Map.entry("@camunda:calledElementBinding", "被调用流程按哪一版"),
                    Map.entry("inputParameter[]", "输入“%s”"),
                    Map.entry("outputParameter[]", "输出“%s”"),
                    Map.entry("in[]@source", "带入“%s”的值"),
                    Map.entry("in[]@sourceExpression", "带入“%s”的值"),
                    Map.entry("in[]", "带入的业务主键"),
                    Map.entry("out[]@source", "带回“%s”的值"),
                    Map.entry("out[]@sourceExpression", "带回“%s”的值"),
                    Map.entry("conditionExpression", "条件"),
                    Map.entry("@default", "都不符合时走的连线"),
                    Map.entry("@sourceRef", "起点"),
                    Map.entry("@targetRef", "终点"),
                    Map.entry("@attachedToRef", "所在的步骤"),
                    Map.entry("timerEventDefinition/timeDate", "到期的时间"),
                    Map.entry("timerEventDefinition/timeDuration", "等待的时长"),
                    Map.entry("timerEventDefinition/timeCycle", "重复的时间"),
                    Map.entry("messageEventDefinition@messageRef", "消息"),
                    Map.entry("messageEventDefinition@camunda:delegateExpression", "发送的程序"),
                    Map.entry("@messageRef", "消息"),
                    Map.entry("signalEventDefinition@signalRef", "信号"),
                    Map.entry("errorEventDefinition@errorRef", "错误"),
                    Map.entry("@errorCode", "错误代码"),
                    Map.entry("multiInstanceLoopCharacteristics@camunda:collection", "逐个办理的名单"),
                    Map.entry("multiInstanceLoopCharacteristics@camunda:elementVariable", "名单中每一个的变量"),
                    Map.entry("multiInstanceLoopCharacteristics/loopCardinality", "办理的次数"),
                    Map.entry("multiInstanceLoopCharacteristics/completionCondition", "提前结束的条件"),
                    Map.entry("failedJobRetryTimeCycle", "失败后重试的间隔"),
                    Map.entry("@camunda:jobPriority", "执行的优先级"),
                    Map.entry("@camunda:initiator", "记下发起人的变量"),
                    Map.entry("@camunda:versionTag", "版本标签"),
                    Map.entry("@camunda:historyTimeToLive", "历史保留的时间"),
                    Map.entry("@processRef", "所含的流程"),
                    Map.entry("@exporter", "保存它的编辑器"),
                    Map.entry("@exporterVersion", "编辑器的版本"),
                    Map.entry("@executionPlatform", "所用的平台"),
                    Map.entry("@executionPlatformVersion", "平台的版本"),
                    Map.entry("@targetNamespace", "命名空间"),
                    Map.entry("text", "文字")),
            Map.ofEntries(
                    Map.entry("property[bulk]@value=true", "可以批量办理"),
                    Map.entry("@camunda:asyncBefore=true", "先存盘、再异步执行"),
                    Map.entry("@camunda:asyncAfter=true", "执行以后存盘、异步继续"),
                    Map.entry("@cancelActivity=false", "不打断所在的步骤"),
                    Map.entry("@isInterrupting=false", "不打断流程"),
                    Map.entry("@triggeredByEvent=true", "由事件引发"),
                    Map.entry("@isExecutable=true", "可以执行"),
                    Map.entry("@camunda:isStartableInTasklist=false", "不由人发起"),
                    Map.entry("@camunda:exclusive=false", "与同案的其他步骤同时执行"),
                    Map.entry("multiInstanceLoopCharacteristics@isSequential=true", "一个接一个地办理"),
                    Map.entry("terminateEventDefinition=", "结束整个流程")));

    /** As the engine takes what is not written. */
    private static final Map<String, String> UNDERSTOOD = Map.of(
            "@camunda:asyncBefore", "false",
            "@camunda:asyncAfter", "false",
            "@cancelActivity", "true",
            "@isInterrupting", "true",
            "@triggeredByEvent", "false",
            "@camunda:isStartableInTasklist", "true",
            "@camunda:exclusive", "true",
            "multiInstanceLoopCharacteristics@isSequential", "false");

    /** They have ids and say something of what holds them only. */
    private static final Set<String> PARTS = Set.of(
            "documentation",
            "conditionExpression",
            "timerEventDefinition",
            "timeDate",
            "timeDuration",
            "timeCycle",
            "messageEventDefinition",
            "signalEventDefinition",
            "errorEventDefinition",
            "escalationEventDefinition",
            "conditionalEventDefinition",
            "terminateEventDefinition",
            "multiInstanceLoopCharacteristics",
            "loopCardinality",
            "completionCondition",
            "condition",
            "property",
            "value",
            "taskListener",
            "executionListener");

    /** What repeats the flows, and what the lanes say of their steps. */
    private static final Set<String> REPEATED = Set.of("incoming", "outgoing", "flowNodeRef");

    private final Version before;
    private final Version after;

    private ProcessComparison(Version before, Version after) {
        this.before = before;
        this.after = after;
    }

    static ModelComparison of(Xml before, Xml after, UnaryOperator<String> formNames) {
        List<Difference> differences =
                new ProcessComparison(new Version(before, formNames), new Version(after, formNames)).differences();
        long drawn = Drawn.otherwise(before, after, differences);
        return new ModelComparison(
                differences, drawn == 0 ? List.of() : List.of("图上有" + drawn + "处只改了画法（位置、大小、颜色），办理不受影响。"), List.of());
    }

    private List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        after.elements.forEach((id, element) -> {
            Xml was = before.elements.get(id);
            if (was == null) {
                found.add(added(id, element));
            } else {
                List<String> says = changed(id, was, element);
                if (!says.isEmpty()) {
                    found.add(new Difference(Sign.CHANGED, drawnAs(id), after.subject(element), says));
                }
            }
        });
        before.elements.forEach((id, element) -> {
            if (!after.elements.containsKey(id)) {
                found.add(new Difference(Sign.REMOVED, drawnAs(id), before.subject(element), List.of("删去了")));
            }
        });
        return found;
    }

    private Difference added(String id, Xml element) {
        Facts facts = after.facts(element);
        List.of("@name", KIND, "@sourceRef", "@targetRef").forEach(facts::drop);
        List<String> says = new ArrayList<>(List.of("是新增的"));
        says.addAll(facts.told(NAMES));
        return new Difference(Sign.ADDED, drawnAs(id), after.subject(element), says);
    }

    private List<String> changed(String id, Xml was, Xml is) {
        List<String> says = new ArrayList<>(after.facts(is).since(before.facts(was), NAMES));
        List<String> tried = before.tried(id);
        List<String> now = after.tried(id);
        if (!Order.moved(tried, now).isEmpty()) {
            says.add(Words.changed("判断的先后", before.flows(tried), after.flows(now)));
        }
        return says;
    }

    /** A process by its pool. */
    private List<String> drawnAs(String id) {
        List<String> drawn = new ArrayList<>();
        for (Version version : List.of(after, before)) {
            version.elements.values().stream()
                    .filter(element ->
                            element.name().equals("participant") && id.equals(element.attribute("processRef")))
                    .map(Xml::id)
                    .filter(pool -> !drawn.contains(pool))
                    .forEach(drawn::add);
        }
        drawn.add(id);
        return drawn;
    }

    /** One of the two files. */
    private static final class Version {

        private final Map<String, Xml> elements = new LinkedHashMap<>();
        private final Map<String, Xml> lanes = new HashMap<>();
        private final Map<String, List<Xml>> outgoing = new HashMap<>();
        private final UnaryOperator<String> formNames;

        Version(Xml root, UnaryOperator<String> formNames) {
            this.formNames = formNames;
            collect(root);
        }

        private void collect(Xml element) {
            if (isApart(element)) {
                elements.put(element.id(), element);
            }
            if (element.name().equals("lane")) {
                element.children("flowNodeRef").forEach(step -> lanes.put(step.text(), element));
            }
            if (element.name().equals("sequenceFlow")) {
                outgoing.computeIfAbsent(element.attribute("sourceRef", ""), source -> new ArrayList<>())
                        .add(element);
            }
            element.children().stream().filter(child -> !Drawn.isPicture(child)).forEach(this::collect);
        }

        private static boolean isApart(Xml element) {
            return element.id() != null && !PARTS.contains(element.name());
        }

        Facts facts(Xml element) {
            Facts facts = Facts.of(
                    element,
                    child -> isApart(child) || REPEATED.contains(child.name()) || Drawn.isPicture(child),
                    this::shown);
            UNDERSTOOD.forEach(facts::drop);
            facts.add(KIND, element.name(), kind(element));
            Xml lane = lanes.get(element.id());
            if (lane != null) {
                facts.add(LANE, lane.id() == null ? "" : lane.id(), called(lane));
            }
            Xml around = element.parent();
            if (around != null && around.name().equals("subProcess")) {
                facts.add(WITHIN, around.id(), called(around));
            }
            return facts;
        }

        /** What a person reads of a value. */
        private String shown(String place, String value) {
            return switch (place) {
                case "@camunda:candidateGroups" ->
                    Arrays.stream(value.split(","))
                            .map(String::strip)
                            .map(group -> StepOwners.called(group).orElse(group))
                            .collect(Collectors.joining("、"));
                case "property[dueWorkingDays]@value" -> value + "个工作日";
                case "property[kind]@value" ->
                    TaskKinds.of(value)
                            .map(kind -> "“" + kind.label() + "”（" + value + "）")
                            .orElse(value);
                case "@camunda:formRef" -> {
                    String heading = formNames.apply(value);
                    yield heading == null || heading.equals(value) ? value : heading + "（" + value + "）";
                }
                case "@sourceRef",
                        "@targetRef",
                        "@attachedToRef",
                        "@default",
                        "@messageRef",
                        "messageEventDefinition@messageRef",
                        "signalEventDefinition@signalRef",
                        "errorEventDefinition@errorRef" -> {
                    Xml named = elements.get(value);
                    yield named == null ? value : called(named);
                }
                case "@camunda:formRefBinding", "@camunda:decisionRefBinding", "@camunda:calledElementBinding" ->
                    switch (value) {
                        case "latest" -> "案件适用的一版";
                        case "deployment" -> "同一次部署的";
                        case "version" -> "指定的一版";
                        default -> value;
                    };
                default -> value;
            };
        }

        private static String kind(Xml element) {
            boolean byEvent = "true".equals(element.attribute("triggeredByEvent"));
            return byEvent ? "事件子流程" : KINDS.getOrDefault(element.name(), element.name());
        }

        /** By its name; a flow without one by its ends. */
        private String called(Xml element) {
            if (element.name().equals("textAnnotation")) {
                return Words.called(element.text("text"), element.id());
            }
            boolean flow = element.attribute("sourceRef") != null && element.attribute("targetRef") != null;
            String name = element.attribute("name");
            return flow && (name == null || name.isBlank()) ? ends(element) : Words.called(name, element.id());
        }

        private String ends(Xml flow) {
            return "从" + end(flow.attribute("sourceRef")) + "到" + end(flow.attribute("targetRef"));
        }

        private String end(String id) {
            Xml element = elements.get(id);
            return element == null ? id : Words.called(element.attribute("name"), kind(element));
        }

        String subject(Xml element) {
            boolean named = !element.attribute("name", "").isBlank();
            String ends = element.name().equals("sequenceFlow") && named ? "（" + ends(element) + "）" : "";
            String article = element.extensions("properties")
                    .flatMap(properties -> properties.children("property"))
                    .filter(property -> "article".equals(property.attribute("name")))
                    .map(property -> "（" + property.attribute("value", "") + "）")
                    .findFirst()
                    .orElse("");
            return kind(element) + called(element) + ends + article;
        }

        /** Flows that are tried one after the other: the engine takes the first that holds. */
        List<String> tried(String id) {
            return outgoing.getOrDefault(id, List.of()).stream()
                    .filter(flow -> flow.child("conditionExpression").isPresent())
                    .map(Xml::id)
                    .toList();
        }

        String flows(List<String> ids) {
            return ids.stream().map(id -> called(elements.get(id))).collect(Collectors.joining("、"));
        }
    }
}
