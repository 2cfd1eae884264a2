package org.smecluster.policy.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One process as the engine runs it: its nodes and flows, and those of the processes that it calls. */
final class ProcessNet {

    private static final Set<String> NOT_A_NODE = Set.of(
            "sequenceFlow",
            "laneSet",
            "documentation",
            "extensionElements",
            "textAnnotation",
            "association",
            "group",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            "multiInstanceLoopCharacteristics",
            "incoming",
            "outgoing");

    /** Calls in calls; a process that calls itself is not followed. */
    private static final int DEEPEST = 6;

    final Processes.Defined process;
    final List<Node> nodes = new ArrayList<>();
    final List<Scope> scopes = new ArrayList<>();
    final List<Flow> flows = new ArrayList<>();
    final Set<String> files = new LinkedHashSet<>();
    /** Variables that its callers hand in, where the process is seen alone. */
    final Set<String> handedIn = new LinkedHashSet<>();

    final Scope root;

    private final Processes processes;
    private final Deque<String> calls = new ArrayDeque<>();

    private ProcessNet(Processes processes, Processes.Defined process) {
        this.processes = processes;
        this.process = process;
        this.root = scope(Scope.Kind.PROCESS, null, null);
        processes.callsOf(process.id()).forEach(call -> call.extensions("in")
                .forEach(mapping -> handedIn.add(mapping.attribute("target"))));
        build(process, root);
    }

    static ProcessNet of(Processes processes, Processes.Defined process) {
        return new ProcessNet(processes, process);
    }

    String id() {
        return process.id();
    }

    /** All that is called is among the models. */
    boolean isComplete() {
        return nodes.stream().noneMatch(node -> node.kind == Node.Kind.UNKNOWN_CALL);
    }

    private Scope scope(Scope.Kind kind, Node owner, Scope parent) {
        Scope made = new Scope(scopes.size(), kind, owner, parent);
        scopes.add(made);
        return made;
    }

    private void build(Processes.Defined defined, Scope scope) {
        calls.push(defined.id());
        files.add(defined.file());
        fill(defined, defined.process(), scope);
        calls.pop();
    }

    private void fill(Processes.Defined defined, Xml container, Scope scope) {
        Map<String, Node> byId = new LinkedHashMap<>();
        for (Xml element : container.children()) {
            if (!NOT_A_NODE.contains(element.name()) && element.id() != null) {
                Node node = node(defined, element, scope);
                if (node != null) {
                    byId.put(element.id(), node);
                }
            }
        }
        container
                .children("sequenceFlow")
                .forEach(flow -> connect(
                        flow,
                        byId.get(Processes.local(flow.attribute("sourceRef"))),
                        byId.get(Processes.local(flow.attribute("targetRef"))),
                        defined.file()));
        byId.values().forEach(node -> {
            Node host = byId.get(Processes.local(node.xml.attribute("attachedToRef")));
            if (node.kind == Node.Kind.BOUNDARY && host != null) {
                host.boundaries.add(node);
            }
            String byDefault = Processes.local(node.xml.attribute("default"));
            node.defaultFlow = node.outgoing.stream()
                    .filter(flow -> flow.xml().id() != null && flow.xml().id().equals(byDefault))
                    .findFirst()
                    .orElse(null);
        });
        byId.values().forEach(node -> inside(defined, node));
        if (scope.kind == Scope.Kind.EVENT_SUBPROCESS) {
            return;
        }
        byId.values().stream()
                .filter(node -> node.kind == Node.Kind.START)
                .filter(node -> scope.kind == Scope.Kind.PROCESS || node.trigger.kind() == Trigger.Kind.NONE)
                .forEach(scope.starts::add);
    }

    private Node node(Processes.Defined defined, Xml element, Scope scope) {
        Node.Kind kind =
                switch (element.name()) {
                    case "startEvent" -> Node.Kind.START;
                    case "endEvent" -> Node.Kind.END;
                    case "userTask" -> Node.Kind.USER_TASK;
                    case "serviceTask", "sendTask", "businessRuleTask" -> Node.Kind.SERVICE;
                    case "intermediateCatchEvent", "receiveTask" -> Node.Kind.CATCH;
                    case "exclusiveGateway" -> Node.Kind.EXCLUSIVE;
                    case "parallelGateway" -> Node.Kind.PARALLEL;
                    case "inclusiveGateway" -> Node.Kind.INCLUSIVE;
                    case "eventBasedGateway" -> Node.Kind.EVENT_GATEWAY;
                    case "callActivity" -> called(element) == null ? Node.Kind.UNKNOWN_CALL : Node.Kind.CALL;
                    case "subProcess" ->
                        "true".equals(element.attribute("triggeredByEvent"))
                                ? Node.Kind.EVENT_SUBPROCESS
                                : Node.Kind.SUBPROCESS;
                    case "boundaryEvent" -> Node.Kind.BOUNDARY;
                    default -> Node.Kind.PASS;
                };
        Node node = new Node(nodes.size(), kind, element, defined.file(), scope);
        nodes.add(node);
        node.trigger = trigger(defined, element);
        node.terminates = element.child("terminateEventDefinition").isPresent();
        node.interrupting = !"false".equals(element.attribute("cancelActivity"))
                && !"false".equals(element.attribute("isInterrupting"));
        element.extensions("inputOutput").forEach(mapping -> {
            mapping.children("inputParameter").forEach(each -> node.inputs.put(each.attribute("name"), each.text()));
            mapping.children("outputParameter").forEach(each -> node.outputs.put(each.attribute("name"), each.text()));
        });
        element.child("multiInstanceLoopCharacteristics")
                .ifPresent(many -> node.several = new Node.Several(
                        "true".equals(many.attribute("isSequential")),
                        Node.bean(many.attribute("camunda:collection")),
                        many.text("loopCardinality"),
                        many.child("completionCondition").isPresent(),
                        many.attribute("camunda:elementVariable")));
        return node;
    }

    private Processes.Defined called(Xml call) {
        String binding = call.attribute("camunda:calledElementBinding", "latest");
        String id = call.attribute("calledElement", "");
        boolean follows = !binding.startsWith("version") && calls.size() < DEEPEST && !calls.contains(id);
        Processes.Defined found = follows ? processes.find(id).orElse(null) : null;
        boolean startsItself = found != null
                && found.process().children("startEvent").anyMatch(start -> start.children().stream()
                        .noneMatch(each -> each.name().endsWith("EventDefinition")));
        return startsItself ? found : null;
    }

    private static Trigger trigger(Processes.Defined defined, Xml element) {
        if (element.name().equals("receiveTask")) {
            return new Trigger(Trigger.Kind.MESSAGE, message(defined, element.attribute("messageRef")), null, false);
        }
        for (Xml definition : element.children()) {
            switch (definition.name()) {
                case "timerEventDefinition" -> {
                    Xml when = definition.children().stream()
                            .filter(each -> each.name().startsWith("time"))
                            .findFirst()
                            .orElse(definition);
                    return new Trigger(
                            Trigger.Kind.TIMER, null, when.text(), when.name().equals("timeCycle"));
                }
                case "messageEventDefinition" -> {
                    return new Trigger(
                            Trigger.Kind.MESSAGE, message(defined, definition.attribute("messageRef")), null, true);
                }
                case "signalEventDefinition" -> {
                    return new Trigger(
                            Trigger.Kind.SIGNAL,
                            named(defined, "signal", definition.attribute("signalRef"), "name"),
                            null,
                            true);
                }
                case "conditionalEventDefinition" -> {
                    return new Trigger(Trigger.Kind.CONDITION, null, null, true);
                }
                case "errorEventDefinition" -> {
                    return new Trigger(
                            Trigger.Kind.ERROR,
                            named(defined, "error", definition.attribute("errorRef"), "errorCode"),
                            null,
                            false);
                }
                case "escalationEventDefinition" -> {
                    return new Trigger(
                            Trigger.Kind.ESCALATION,
                            named(defined, "escalation", definition.attribute("escalationRef"), "escalationCode"),
                            null,
                            true);
                }
                default -> {
                    // what else stands in an event
                }
            }
        }
        return Trigger.NONE;
    }

    private static String message(Processes.Defined defined, String reference) {
        return named(defined, "message", reference, "name");
    }

    private static String named(Processes.Defined defined, String kind, String reference, String attribute) {
        return defined.named(kind, Processes.local(reference))
                .map(found -> found.attribute(attribute))
                .orElse(null);
    }

    private void connect(Xml xml, Node from, Node to, String file) {
        if (from == null || to == null) {
            return;
        }
        Node target = to;
        if (xml.extensions("executionListener").findAny().isPresent()) {
            target = new Node(nodes.size(), Node.Kind.PASS, xml, file, from.scope);
            nodes.add(target);
            join(new Flow(xml, target, to, null, true));
        }
        String condition = xml.text("conditionExpression");
        Condition read = Condition.read(condition).orElse(null);
        join(new Flow(xml, from, target, read, condition == null || read != null));
    }

    private void join(Flow flow) {
        flow.from().outgoing.add(flow);
        flow.to().incoming.add(flow);
        flows.add(flow);
    }

    private void inside(Processes.Defined defined, Node node) {
        Scope outer = node.scope;
        if (node.several != null) {
            node.around = scope(Scope.Kind.SEVERAL, node, outer);
            outer = node.around;
        }
        switch (node.kind) {
            case SUBPROCESS -> {
                node.body = local(scope(Scope.Kind.SUBPROCESS, node, outer));
                fill(defined, node.xml, node.body);
            }
            case CALL -> {
                node.body = scope(Scope.Kind.CALLED, node, outer);
                build(called(node.xml), node.body);
            }
            case EVENT_SUBPROCESS -> {
                node.body = local(scope(Scope.Kind.EVENT_SUBPROCESS, node, node.scope));
                fill(defined, node.xml, node.body);
                nodes.stream()
                        .filter(start -> start.scope == node.body && start.kind == Node.Kind.START)
                        .findFirst()
                        .ifPresent(start -> {
                            node.body.starts.add(start);
                            node.trigger = start.trigger;
                            node.interrupting = start.interrupting;
                            node.scope.eventSubprocesses.add(node);
                        });
            }
            case USER_TASK, CATCH, UNKNOWN_CALL, SERVICE, PASS -> {
                boolean own = node.several != null || node.waits() && !node.boundaries.isEmpty();
                if (own || node.kind == Node.Kind.USER_TASK && !node.inputs.isEmpty()) {
                    node.body = local(scope(Scope.Kind.TASK, node, outer));
                }
            }
            default -> {
                // nothing is inside
            }
        }
    }

    private static Scope local(Scope body) {
        body.locals.addAll(body.owner.inputs.keySet());
        if (body.owner.several != null && body.owner.several.element() != null) {
            body.locals.add(body.owner.several.element());
        }
        return body;
    }

    /** The scope in which a name that is read or written at the scope lives. */
    static Scope home(Scope from, String name) {
        Scope at = from;
        while (!at.isProcess() && !at.locals.contains(name)) {
            at = at.parent;
        }
        return at;
    }
}
