package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelFinding.Weight;

/** A process that would run: its nodes and flows, those within subprocesses too, and the beans that they name. */
final class ModelProcess {

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "task",
            "manualTask",
            "userTask",
            "serviceTask",
            "sendTask",
            "businessRuleTask",
            "receiveTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "eventBasedGateway");

    private static final Pattern REFERENCE = Pattern.compile("[$#]\\{ *([\\p{L}_][\\p{L}\\p{N}_]*) *}");

    private final String file;
    private final Xml process;
    private final Map<String, String> messages = new HashMap<>();
    private final Map<String, Xml> elements = new LinkedHashMap<>();
    private final List<Xml> nodes;
    private final List<Xml> flows;
    private final List<BeanUse> beans;
    private final Map<Xml, List<BeanUse>> beansOf = new IdentityHashMap<>();
    private final Map<Xml, Xml> scopes = new IdentityHashMap<>();
    private final Map<String, List<Xml>> outgoing = new HashMap<>();

    ModelProcess(String file, Xml process) {
        this.file = file;
        this.process = process;
        process.parent()
                .children("message")
                .forEach(message -> messages.put(message.id(), message.attribute("name", "")));
        nodes = process.all().filter(element -> NODES.contains(element.name())).toList();
        flows = process.all()
                .filter(element -> element.name().equals("sequenceFlow"))
                .toList();
        Stream.concat(nodes.stream(), flows.stream()).forEach(element -> elements.put(element.id(), element));
        beans = Stream.of(Stream.of(process), nodes.stream(), flows.stream())
                .flatMap(each -> each)
                .flatMap(ModelProcess::uses)
                .toList();
        beans.forEach(use -> beansOf.computeIfAbsent(use.holder(), holder -> new ArrayList<>())
                .add(use));
        nodes.forEach(node -> scopes.put(node, scopeOf(node)));
        flows.forEach(flow -> outgoing.computeIfAbsent(flow.attribute("sourceRef", ""), id -> new ArrayList<>())
                .add(flow));
    }

    private Xml scopeOf(Xml node) {
        List<Xml> around = around(node);
        return around.isEmpty() ? process : around.get(0);
    }

    /** Of all that would run. */
    static List<ModelProcess> all(RunningModels models) {
        List<ModelProcess> all = new ArrayList<>();
        models.roots("bpmn").forEach((file, root) -> root.children("process")
                .forEach(process -> all.add(new ModelProcess(file, process))));
        return all;
    }

    private static Stream<BeanUse> uses(Xml holder) {
        Stream<BeanUse> delegate = Stream.concat(Stream.of(holder), holder.children("messageEventDefinition"))
                .filter(element -> element.attribute("camunda:delegateExpression") != null)
                .map(element -> new BeanUse(
                        variable(element.attribute("camunda:delegateExpression")), BeanUse.EXECUTE, holder, element));
        Stream<BeanUse> listeners = Stream.of("executionListener", "taskListener")
                .flatMap(holder::extensions)
                .map(listener -> new BeanUse(
                        variable(listener.attribute("delegateExpression")),
                        listener.attribute("event"),
                        holder,
                        listener));
        return Stream.concat(delegate, listeners).filter(use -> use.bean() != null);
    }

    /** That an expression consists of; null where it is something else. */
    static String variable(String expression) {
        if (expression == null) {
            return null;
        }
        Matcher reference = REFERENCE.matcher(expression.strip());
        return reference.matches() ? reference.group(1) : null;
    }

    static boolean isReference(String text) {
        return text != null && (text.contains("${") || text.contains("#{"));
    }

    String file() {
        return file;
    }

    String id() {
        return process.id();
    }

    Xml xml() {
        return process;
    }

    List<Xml> nodes() {
        return nodes;
    }

    List<Xml> flows() {
        return flows;
    }

    List<BeanUse> beans() {
        return beans;
    }

    Optional<Xml> element(String id) {
        return Optional.ofNullable(elements.get(id));
    }

    /** Nodes in which it is, the process not among them. */
    static List<Xml> around(Xml node) {
        List<Xml> around = new ArrayList<>();
        for (Xml each = node.parent(); each != null && !each.name().equals("process"); each = each.parent()) {
            if (NODES.contains(each.name())) {
                around.add(each);
            }
        }
        return around;
    }

    /** The node, or the process, in whose flow a node is. */
    Xml scope(Xml node) {
        return scopes.get(node);
    }

    List<Xml> outgoing(Xml node) {
        return outgoing.getOrDefault(node.id(), List.of());
    }

    /** That a node, a flow or the process names. */
    List<BeanUse> beans(Xml holder) {
        return beansOf.getOrDefault(holder, List.of());
    }

    static boolean isEventSubprocess(Xml element) {
        return element.name().equals("subProcess") && "true".equals(element.attribute("triggeredByEvent"));
    }

    /** Of an event; null where it is none of a message. */
    String message(Xml node) {
        String reference = node.name().equals("receiveTask")
                ? node.attribute("messageRef")
                : node.child("messageEventDefinition")
                        .map(definition -> definition.attribute("messageRef"))
                        .orElse(null);
        return reference == null ? null : messages.get(reference.substring(reference.indexOf(':') + 1));
    }

    /** Of a timer: its date, duration or cycle. */
    static Optional<Xml> wait(Xml node) {
        return node.child("timerEventDefinition").flatMap(timer -> timer.children().stream()
                .filter(child -> child.name().startsWith("time"))
                .findFirst());
    }

    /** Input parameters by name. */
    static Map<String, Xml> inputs(Xml node) {
        return parameters(node, "inputParameter");
    }

    static Map<String, Xml> outputs(Xml node) {
        return parameters(node, "outputParameter");
    }

    private static Map<String, Xml> parameters(Xml node, String name) {
        Map<String, Xml> parameters = new LinkedHashMap<>();
        node.extensions("inputOutput")
                .flatMap(all -> all.children(name))
                .forEach(parameter -> parameters.put(parameter.attribute("name"), parameter));
        return parameters;
    }

    static List<String> groups(Xml task) {
        return Arrays.stream(task.attribute("camunda:candidateGroups", "").split(","))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .toList();
    }

    /** As a person calls it. */
    static String called(Xml element) {
        String name = element.attribute("name", "").strip();
        return name.isEmpty() ? "「" + element.id() + "」" : "「" + name + "」";
    }

    ModelFinding refused(Xml at, String problem, String remedy) {
        return finding(at, problem, remedy, Weight.REFUSES);
    }

    ModelFinding forApproval(Xml at, String problem, String remedy) {
        return finding(at, problem, remedy, Weight.FOR_APPROVAL);
    }

    private ModelFinding finding(Xml at, String problem, String remedy, Weight weight) {
        Xml element = at;
        while (element != process && elements.get(element.id()) != element) {
            element = element.parent();
        }
        return new ModelFinding(file, at.line(), element.id(), problem, remedy, article(element), weight);
    }

    /** Of the article that the model says its element carries out; null where it says none. */
    private static String article(Xml element) {
        return element.extensions("properties")
                .flatMap(properties -> properties.children("property"))
                .filter(property -> "article".equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .findFirst()
                .orElse(null);
    }
}
