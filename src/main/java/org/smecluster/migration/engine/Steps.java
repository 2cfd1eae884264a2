package org.smecluster.migration.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.smecluster.policy.guard.TaskKinds;

/** The steps of a version at which a case may be, and what hangs on each. */
final class Steps {

    static final String DUE = "dueWorkingDays";

    private final Map<String, FlowNode> byId = new LinkedHashMap<>();

    Steps(BpmnModelInstance model, String processKey) {
        model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> processKey.equals(process(node)))
                .filter(Steps::mayRest)
                .forEach(node -> byId.put(node.getId(), node));
    }

    private static String process(FlowNode node) {
        var at = node.getParentElement();
        while (at instanceof SubProcess inner) {
            at = inner.getParentElement();
        }
        return at instanceof org.camunda.bpm.model.bpmn.instance.Process process ? process.getId() : null;
    }

    private static boolean mayRest(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof IntermediateCatchEvent
                || node instanceof EventBasedGateway
                || node instanceof SubProcess
                || node instanceof CallActivity
                || node instanceof BoundaryEvent boundary && waits(boundary)
                || node instanceof StartEvent start && start.getParentElement() instanceof SubProcess && waits(start)
                || (node instanceof ParallelGateway || node instanceof InclusiveGateway)
                        && node.getIncoming().size() > 1
                || node.isCamundaAsyncBefore()
                || node.isCamundaAsyncAfter();
    }

    /** For a time or a message; an error needs no place in the database. */
    private static boolean waits(CatchEvent event) {
        return !expression(event).isEmpty();
    }

    Set<String> ids() {
        return byId.keySet();
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    String name(String id) {
        FlowNode node = byId.get(id);
        String name = node.getName();
        if (name != null && !name.isBlank()) {
            return name.strip();
        }
        if (node instanceof StartEvent start
                && start.getParentElement() instanceof SubProcess around
                && around.getName() != null) {
            return "“" + around.getName() + "”的开始";
        }
        return "没有名称的" + kind(id);
    }

    String kind(String id) {
        FlowNode node = byId.get(id);
        if (node instanceof UserTask) {
            return several(id) ? "多人办理的任务" : "人工任务";
        }
        if (node instanceof SubProcess inner) {
            return inner.triggeredByEvent() ? "事件子流程" : "子流程";
        }
        if (node instanceof CallActivity) {
            return "调用的流程";
        }
        if (node instanceof CatchEvent event) {
            String what =
                    event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance) ? "计时" : "消息";
            return node instanceof BoundaryEvent
                    ? "边界上的" + what
                    : node instanceof StartEvent ? what + "开始" : "等候" + what;
        }
        if (node instanceof ReceiveTask) {
            return "等候消息";
        }
        if (node instanceof EventBasedGateway) {
            return "等候几种情形";
        }
        return node instanceof Activity ? "自动步骤" : node instanceof StartEvent ? "开始" : "合并网关";
    }

    boolean several(String id) {
        return byId.get(id) instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics;
    }

    /** What makes it the same step of the law, whatever its id: null where nothing does. */
    String identity(String id) {
        FlowNode node = byId.get(id);
        if (node instanceof UserTask task) {
            Set<String> done = listeners(task, "complete");
            return done.isEmpty() ? null : "task " + done + who(task);
        }
        if (node instanceof CallActivity call) {
            return "call " + call.getCalledElement();
        }
        if (node instanceof BoundaryEvent boundary) {
            return "border " + expression(boundary) + " of "
                    + identity(boundary.getAttachedTo().getId());
        }
        if (node instanceof CatchEvent event) {
            return node.getElementType().getTypeName() + " " + expression(event);
        }
        if (node instanceof ReceiveTask receive && receive.getMessage() != null) {
            return "receive " + receive.getMessage().getName();
        }
        return null;
    }

    /** Of a timer when it fires, of a message its name; empty where it is something else. */
    private static String expression(CatchEvent event) {
        for (EventDefinition definition : event.getEventDefinitions()) {
            if (definition instanceof TimerEventDefinition timer) {
                return Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                        .filter(Objects::nonNull)
                        .map(when -> "timer " + when.getElementType().getTypeName() + " "
                                + when.getTextContent().strip())
                        .findFirst()
                        .orElse("");
            }
            if (definition instanceof MessageEventDefinition message && message.getMessage() != null) {
                return "message " + message.getMessage().getName();
            }
        }
        return "";
    }

    /** A period that is counted from when the step is entered: made anew it would begin anew. */
    private boolean counts(String id) {
        return byId.get(id) instanceof CatchEvent event
                && expression(event).startsWith("timer ")
                && !expression(event).startsWith("timer timeDate");
    }

    /** @return why a case at the one cannot go on at the other, beyond what the engine asks */
    static List<String> problems(Steps before, String source, Steps after, String target) {
        List<String> problems = new ArrayList<>();
        FlowNode from = before.byId.get(source);
        FlowNode to = after.byId.get(target);
        if (!before.kind(source).equals(after.kind(target))) {
            problems.add("“" + before.kind(source) + "”不能对应“" + after.kind(target) + "”");
            return problems;
        }
        if (from instanceof UserTask one && to instanceof UserTask other) {
            if (!who(one).equals(who(other))) {
                problems.add("办理人不同：在办的任务仍在原来的人名下");
            }
            if (!listeners(one, "create").equals(listeners(other, "create"))
                    || !inputs(one).containsAll(inputs(other))) {
                problems.add("产生任务时要做的准备不同：在办的任务不会再做");
            }
            if (property(one, DUE) != null && property(other, DUE) == null) {
                problems.add("新环节没有办理期限：原来的期限会没有人结束");
            }
        }
        if (from instanceof CallActivity one
                && to instanceof CallActivity other
                && !Objects.equals(one.getCalledElement(), other.getCalledElement())) {
            problems.add("调用的是别的流程");
        }
        if (from instanceof CatchEvent one
                && to instanceof CatchEvent other
                && !expression(one).equals(expression(other))) {
            problems.add("等候的时间或者消息不同：在办的仍按原来的等候");
        }
        if (from instanceof ReceiveTask one
                && to instanceof ReceiveTask other
                && !Objects.equals(name(one), name(other))) {
            problems.add("等候的消息不同：在办的仍按原来的等候");
        }
        return problems;
    }

    /** Periods counted from the entry that would begin anew in the new version, where the case waits already. */
    static List<String> restarted(Steps before, Steps after, Map<String, String> mapping) {
        return after.byId.values().stream()
                .filter(BoundaryEvent.class::isInstance)
                .map(BoundaryEvent.class::cast)
                .filter(event -> after.counts(event.getId()) && !mapping.containsValue(event.getId()))
                .map(event -> event.getAttachedTo().getId())
                .flatMap(host -> mapping.entrySet().stream()
                        .filter(each -> each.getValue().equals(host))
                        .map(Map.Entry::getKey))
                .filter(host -> before.byId.values().stream()
                        .anyMatch(event -> event instanceof BoundaryEvent boundary
                                && boundary.getAttachedTo().getId().equals(host)
                                && before.counts(boundary.getId())
                                && !mapping.containsKey(boundary.getId())))
                .toList();
    }

    private static String name(ReceiveTask task) {
        return task.getMessage() == null ? null : task.getMessage().getName();
    }

    private static String who(UserTask task) {
        return " of " + task.getCamundaAssignee() + " " + task.getCamundaCandidateUsers() + " "
                + task.getCamundaCandidateGroups();
    }

    /** Those that the task names and those of its kind: a task may change from the one to the other. */
    private static Set<String> listeners(UserTask task, String event) {
        Stream<String> named = extensions(task, CamundaTaskListener.class)
                .filter(listener -> event.equals(listener.getCamundaEvent()))
                .map(CamundaTaskListener::getCamundaDelegateExpression)
                .filter(Objects::nonNull);
        Stream<String> ofItsKind = TaskKinds.of(property(task, TaskKinds.PROPERTY)).stream()
                .flatMap(kind -> kind.listeners(event).stream())
                .map(bean -> "${" + bean + "}");
        return Stream.concat(named, ofItsKind).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inputs(UserTask task) {
        return extensions(task, CamundaInputParameter.class)
                .map(CamundaInputParameter::getCamundaName)
                .collect(Collectors.toSet());
    }

    private static String property(UserTask task, String name) {
        return extensions(task, CamundaProperty.class)
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(null);
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Stream<T> extensions(
            UserTask task, Class<T> type) {
        if (task.getExtensionElements() == null) {
            return Stream.of();
        }
        return task.getModelInstance().getModelElementsByType(type).stream().filter(element -> {
            var at = element.getParentElement();
            while (at != null && !(at instanceof FlowNode)) {
                at = at.getParentElement();
            }
            return at != null && task.getId().equals(((FlowNode) at).getId());
        });
    }
}
