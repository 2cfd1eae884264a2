package org.smecluster.policy.guard.variants;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.smecluster.policy.guard.TaskKind;
import org.smecluster.policy.guard.TaskKinds;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A process model that is being changed, as somebody would in the Modeler: flows, lanes and the picture keep in step. */
final class Bpmn {

    static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String WAYPOINT = "http://www.omg.org/spec/DD/20100524/DI";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
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

    private final String path;
    private final Document document;

    Bpmn(String path, String text) {
        this.path = path;
        this.document = Dom.read(text);
    }

    String path() {
        return path;
    }

    String text() {
        return Dom.write(document);
    }

    Element process() {
        return all("process").get(0);
    }

    List<Element> all(String name) {
        return Dom.below(document.getDocumentElement(), MODEL, name);
    }

    List<Element> nodes() {
        return Dom.below(document.getDocumentElement(), MODEL, "*").stream()
                .filter(Bpmn::isNode)
                .toList();
    }

    private static boolean isNode(Element element) {
        return NODES.contains(element.getLocalName());
    }

    Element get(String id) {
        return find(id).orElseThrow(() -> new Change.NotHere(id + " in " + path));
    }

    Optional<Element> find(String id) {
        return Dom.below(document.getDocumentElement(), MODEL, "*").stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst();
    }

    /** Of the step with the delegate, in the order of the file. */
    List<Element> by(String delegate) {
        return nodes().stream()
                .filter(node ->
                        node.getAttributeNS(CAMUNDA, "delegateExpression").equals("${" + delegate + "}"))
                .toList();
    }

    List<Element> flows() {
        return all("sequenceFlow");
    }

    List<Element> out(String node) {
        return flows().stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(node))
                .toList();
    }

    List<Element> in(String node) {
        return flows().stream()
                .filter(flow -> flow.getAttribute("targetRef").equals(node))
                .toList();
    }

    List<Element> boundaries(String node) {
        return all("boundaryEvent").stream()
                .filter(event -> event.getAttribute("attachedToRef").equals(node))
                .toList();
    }

    /** Itself, what stands before and what stands behind. */
    Set<String> around(String node) {
        Set<String> all = new LinkedHashSet<>();
        all.add(node);
        in(node).forEach(flow -> {
            all.add(flow.getAttribute("id"));
            all.add(flow.getAttribute("sourceRef"));
        });
        out(node).forEach(flow -> {
            all.add(flow.getAttribute("id"));
            all.add(flow.getAttribute("targetRef"));
        });
        boundaries(node).forEach(event -> all.add(event.getAttribute("id")));
        find(node)
                .filter(event -> event.hasAttribute("attachedToRef"))
                .ifPresent(event -> all.add(event.getAttribute("attachedToRef")));
        if (find(node).isPresent() && get(node).getParentNode() instanceof Element parent) {
            all.add(parent.getAttribute("id"));
        }
        return all;
    }

    /** All that can come after it in its own scope and after that, with the scope. */
    Set<String> after(String node) {
        Set<String> all = within(node);
        for (Element scope = (Element) get(node).getParentNode();
                scope.getLocalName().equals("subProcess");
                scope = (Element) scope.getParentNode()) {
            all.addAll(within(Catalogue.id(scope)));
        }
        return all;
    }

    private Set<String> within(String node) {
        Set<String> all = new LinkedHashSet<>(around(node));
        List<String> open = new ArrayList<>(List.of(node));
        while (!open.isEmpty()) {
            String at = open.remove(0);
            for (Element flow : out(at)) {
                all.add(flow.getAttribute("id"));
                if (all.add(flow.getAttribute("targetRef")) | at.equals(node)) {
                    open.add(flow.getAttribute("targetRef"));
                }
            }
            boundaries(at).forEach(event -> {
                if (all.add(event.getAttribute("id"))) {
                    open.add(event.getAttribute("id"));
                }
            });
        }
        List<String> inner = new ArrayList<>();
        all.forEach(id -> find(id).filter(element -> element.getLocalName().equals("subProcess"))
                .filter(element -> !element.getAttribute("id").equals(node))
                .ifPresent(sub -> Dom.below(sub, MODEL, "*").forEach(each -> inner.add(each.getAttribute("id")))));
        all.addAll(inner);
        all.remove("");
        return all;
    }

    // what is in an element

    Optional<Element> child(Element element, String name) {
        return Dom.children(element, MODEL, name).findFirst();
    }

    String condition(Element flow) {
        return child(flow, "conditionExpression")
                .map(Element::getTextContent)
                .map(String::strip)
                .orElse(null);
    }

    void condition(Element flow, String text) {
        child(flow, "conditionExpression").ifPresent(flow::removeChild);
        if (text != null) {
            Element condition = document.createElementNS(MODEL, "bpmn:conditionExpression");
            condition.setAttributeNS(XSI, "xsi:type", "bpmn:tFormalExpression");
            condition.setTextContent(text);
            flow.appendChild(condition);
        }
    }

    /** Those within extensionElements, of a Camunda element name. */
    List<Element> extensions(Element element, String name) {
        return child(element, "extensionElements")
                .map(extensions -> Dom.below(extensions, CAMUNDA, name))
                .orElse(List.of());
    }

    /** The property by which a user task says what it does; empty where it says none. */
    Optional<Element> kind(Element task) {
        return extensions(task, "property").stream()
                .filter(property -> property.getAttribute("name").equals(TaskKinds.PROPERTY))
                .findFirst();
    }

    /** Names the listeners of the task's kind in its place, as models did before there were kinds. */
    void unfold(Element task) {
        kind(task).ifPresent(said -> {
            TaskKind kind = TaskKinds.of(said.getAttribute("value")).orElseThrow();
            Dom.remove(said);
            kind.create().forEach(bean -> listener(task, "taskListener", "create", bean));
            kind.complete().forEach(bean -> listener(task, "taskListener", "complete", bean));
        });
    }

    Element extend(Element element, String name) {
        Element extensions = child(element, "extensionElements").orElseGet(() -> {
            Element made = document.createElementNS(MODEL, "bpmn:extensionElements");
            Element documentation = child(element, "documentation").orElse(null);
            element.insertBefore(
                    made, documentation == null ? element.getFirstChild() : documentation.getNextSibling());
            return made;
        });
        Element made = document.createElementNS(CAMUNDA, "camunda:" + name);
        extensions.appendChild(made);
        return made;
    }

    void property(Element element, String name, String value) {
        Element properties =
                extensions(element, "properties").stream().findFirst().orElseGet(() -> extend(element, "properties"));
        Element property = document.createElementNS(CAMUNDA, "camunda:property");
        property.setAttribute("name", name);
        property.setAttribute("value", value);
        properties.appendChild(property);
    }

    Element parameter(Element element, String direction, String name, String value) {
        Element holder =
                extensions(element, "inputOutput").stream().findFirst().orElseGet(() -> extend(element, "inputOutput"));
        Element parameter = document.createElementNS(CAMUNDA, "camunda:" + direction);
        parameter.setAttribute("name", name);
        parameter.setTextContent(value);
        holder.appendChild(parameter);
        return parameter;
    }

    void listener(Element element, String kind, String event, String bean) {
        Element listener = extend(element, kind);
        listener.setAttribute("delegateExpression", "${" + bean + "}");
        listener.setAttribute("event", event);
    }

    static String camunda(Element element, String name) {
        return element.getAttributeNS(CAMUNDA, name);
    }

    static void camunda(Element element, String name, String value) {
        if (value == null) {
            element.removeAttributeNS(CAMUNDA, name);
        } else {
            element.setAttributeNS(CAMUNDA, "camunda:" + name, value);
        }
    }

    /** Where its event definition says when. */
    Optional<Element> timer(Element event) {
        return child(event, "timerEventDefinition")
                .flatMap(definition -> Dom.children(definition, MODEL, "*").findFirst());
    }

    void timer(Element event, String kind, String text) {
        Element definition = child(event, "timerEventDefinition").orElseThrow(() -> new Change.NotHere("timer"));
        while (definition.getFirstChild() != null) {
            definition.removeChild(definition.getFirstChild());
        }
        Element when = document.createElementNS(MODEL, "bpmn:" + kind);
        when.setAttributeNS(XSI, "xsi:type", "bpmn:tFormalExpression");
        when.setTextContent(text);
        definition.appendChild(when);
    }

    /** A message of the file, made where it is not there. */
    String message(String name) {
        return all("message").stream()
                .filter(message -> message.getAttribute("name").equals(name))
                .findFirst()
                .map(message -> message.getAttribute("id"))
                .orElseGet(() -> {
                    Element message = document.createElementNS(MODEL, "bpmn:message");
                    message.setAttribute("id", "message_" + name.replace('.', '_'));
                    message.setAttribute("name", name);
                    document.getDocumentElement()
                            .insertBefore(message, all("process").get(0).getNextSibling());
                    return message.getAttribute("id");
                });
    }

    Element define(Element event, String kind) {
        Element definition = document.createElementNS(MODEL, "bpmn:" + kind);
        definition.setAttribute("id", "definition_" + event.getAttribute("id"));
        event.appendChild(definition);
        return definition;
    }

    // drawing

    Element add(String kind, String id, String name, Element container) {
        Element node = document.createElementNS(MODEL, "bpmn:" + kind);
        node.setAttribute("id", id);
        node.setAttribute("name", name);
        Element first =
                Dom.children(container, MODEL, "sequenceFlow").findFirst().orElse(null);
        container.insertBefore(node, first);
        Element lane = all("lane").isEmpty() ? null : all("lane").get(0);
        if (lane != null && !kind.equals("process")) {
            Element reference = document.createElementNS(MODEL, "bpmn:flowNodeRef");
            reference.setTextContent(id);
            lane.appendChild(reference);
        }
        Element shape = document.createElementNS(DI, "bpmndi:BPMNShape");
        shape.setAttribute("id", "shape_" + id);
        shape.setAttribute("bpmnElement", id);
        if (kind.equals("subProcess")) {
            shape.setAttribute("isExpanded", "true");
        }
        Element bounds = document.createElementNS(DC, "dc:Bounds");
        bounds.setAttribute("x", "160");
        bounds.setAttribute("y", "80");
        bounds.setAttribute("width", kind.endsWith("Event") ? "36" : kind.endsWith("Gateway") ? "50" : "100");
        bounds.setAttribute("height", kind.endsWith("Event") ? "36" : kind.endsWith("Gateway") ? "50" : "80");
        shape.appendChild(bounds);
        plane().appendChild(shape);
        return node;
    }

    private Element plane() {
        return Dom.below(document.getDocumentElement(), DI, "BPMNPlane").get(0);
    }

    Element flow(String id, String source, String target) {
        Element flow = document.createElementNS(MODEL, "bpmn:sequenceFlow");
        flow.setAttribute("id", id);
        Element from = get(source);
        from.getParentNode().appendChild(flow);
        connect(flow, source, target);
        Element edge = document.createElementNS(DI, "bpmndi:BPMNEdge");
        edge.setAttribute("id", "edge_" + id);
        edge.setAttribute("bpmnElement", id);
        for (int i = 0; i < 2; i++) {
            Element point = document.createElementNS(WAYPOINT, "di:waypoint");
            point.setAttribute("x", String.valueOf(200 + 100 * i));
            point.setAttribute("y", "100");
            edge.appendChild(point);
        }
        plane().appendChild(edge);
        return flow;
    }

    private void connect(Element flow, String source, String target) {
        String id = flow.getAttribute("id");
        flow.setAttribute("sourceRef", source);
        flow.setAttribute("targetRef", target);
        for (String name : List.of("incoming", "outgoing")) {
            all(name).stream()
                    .filter(end -> end.getTextContent().strip().equals(id))
                    .toList()
                    .forEach(Dom::remove);
        }
        end(get(source), "outgoing", id);
        end(get(target), "incoming", id);
    }

    private void end(Element node, String kind, String flow) {
        Element end = document.createElementNS(MODEL, "bpmn:" + kind);
        end.setTextContent(flow);
        Element after = null;
        for (Element child : Dom.children(node, MODEL, "*").toList()) {
            // incoming before outgoing, as the schema wants it
            if (List.of("documentation", "extensionElements", "incoming", kind).contains(child.getLocalName())) {
                after = child;
            }
        }
        node.insertBefore(end, after == null ? node.getFirstChild() : after.getNextSibling());
    }

    void target(Element flow, String target) {
        connect(flow, flow.getAttribute("sourceRef"), target);
    }

    void source(Element flow, String source) {
        connect(flow, source, flow.getAttribute("targetRef"));
    }

    // where the Modeler draws it

    private Element bounds(String id) {
        return Dom.below(plane(), DC, "Bounds").stream()
                .filter(bounds -> bounds.getParentNode() instanceof Element shape
                        && shape.getAttribute("bpmnElement").equals(id))
                .findFirst()
                .orElseThrow(() -> new Change.NotHere("shape of " + id));
    }

    private static int of(Element bounds, String side) {
        return Integer.parseInt(bounds.getAttribute(side));
    }

    private void centre(String id, int x, int y) {
        Element bounds = bounds(id);
        bounds.setAttribute("x", String.valueOf(x - of(bounds, "width") / 2));
        bounds.setAttribute("y", String.valueOf(y - of(bounds, "height") / 2));
        laneAt(id, x, y);
    }

    /** In the lane that it was dropped into. */
    private void laneAt(String id, int x, int y) {
        for (Element lane : all("lane")) {
            Element there = bounds(Catalogue.id(lane));
            if (y >= of(there, "y") && y < of(there, "y") + of(there, "height")) {
                mentions(id, "flowNodeRef").forEach(lane::appendChild);
            }
        }
    }

    /** At the lower edge, near its right end. */
    void on(String id, String host) {
        Element there = bounds(host);
        centre(id, of(there, "x") + of(there, "width") - 120, of(there, "y") + of(there, "height"));
    }

    /** To the right of it, of a boundary event a little below. */
    void behind(String id, String node) {
        centre(id, middle(node, "x") + 110, middle(node, "y") + (get(node).hasAttribute("attachedToRef") ? 70 : 0));
    }

    /** To the left of it. */
    void ahead(String id, String node) {
        centre(id, middle(node, "x") - 150, middle(node, "y"));
    }

    private int middle(String id, String axis) {
        Element there = bounds(id);
        return of(there, axis) + of(there, axis.equals("x") ? "width" : "height") / 2;
    }

    /** Level, or down and round one or two corners. */
    void draw(Element flow) {
        String source = flow.getAttribute("sourceRef");
        String target = flow.getAttribute("targetRef");
        Element from = bounds(source);
        Element to = bounds(target);
        int fromX = middle(source, "x");
        int fromY = of(from, "y") + of(from, "height");
        int toX = middle(target, "x");
        List<int[]> points = new ArrayList<>();
        if (middle(source, "y") == middle(target, "y")) {
            points.add(new int[] {of(from, "x") + of(from, "width"), middle(source, "y")});
            points.add(new int[] {of(to, "x"), middle(target, "y")});
        } else if (of(to, "x") > fromX) {
            points.add(new int[] {fromX, fromY});
            points.add(new int[] {fromX, middle(target, "y")});
            points.add(new int[] {of(to, "x"), middle(target, "y")});
        } else {
            int between = (fromY + of(to, "y")) / 2;
            points.add(new int[] {fromX, fromY});
            points.add(new int[] {fromX, between});
            points.add(new int[] {toX, between});
            points.add(new int[] {toX, of(to, "y")});
        }
        Element edge = Dom.below(plane(), DI, "BPMNEdge").stream()
                .filter(each -> each.getAttribute("bpmnElement").equals(Catalogue.id(flow)))
                .findFirst()
                .orElseThrow(() -> new Change.NotHere("edge of " + Catalogue.id(flow)));
        Dom.children(edge, WAYPOINT, "waypoint").toList().forEach(Dom::remove);
        org.w3c.dom.Node label = edge.getFirstChild();
        for (int[] each : points) {
            Element point = document.createElementNS(WAYPOINT, "di:waypoint");
            point.setAttribute("x", String.valueOf(each[0]));
            point.setAttribute("y", String.valueOf(each[1]));
            edge.insertBefore(point, label);
        }
    }

    /** Between what leads to the node and the node. */
    Element insertBefore(String node, String kind, String id, String name) {
        Element made = add(kind, id, name, (Element) get(node).getParentNode());
        in(node).forEach(flow -> target(flow, id));
        flow("flow_" + id, id, node);
        return made;
    }

    /** Between the node and what it leads to. */
    Element insertAfter(String node, String kind, String id, String name) {
        Element made = add(kind, id, name, (Element) get(node).getParentNode());
        out(node).forEach(flow -> source(flow, id));
        flow("flow_" + id, node, id);
        return made;
    }

    /** With its boundary events, and what can be reached no more. What led to it leads to what it led to. */
    void removeStep(String id) {
        Element node = get(id);
        List<Element> out = out(id);
        if (out.size() != 1 || in(id).isEmpty()) {
            throw new Change.NotHere("no step between two flows: " + id);
        }
        String next = out.get(0).getAttribute("targetRef");
        if (next.equals(id)) {
            throw new Change.NotHere("leads to itself: " + id);
        }
        in(id).forEach(flow -> target(flow, next));
        remove(out.get(0));
        boundaries(id).forEach(this::remove);
        remove(node);
        sweep();
    }

    /** What nothing leads to. */
    void sweep() {
        boolean found = true;
        while (found) {
            List<Element> unreachable = nodes().stream()
                    .filter(node -> !Set.of("startEvent", "boundaryEvent").contains(node.getLocalName()))
                    .filter(node -> !node.getAttribute("triggeredByEvent").equals("true"))
                    .filter(node -> in(node.getAttribute("id")).isEmpty())
                    .toList();
            found = !unreachable.isEmpty();
            unreachable.forEach(this::remove);
        }
    }

    /** An element with all that refers to it; of a node its flows and boundary events too. */
    void remove(Element element) {
        if (element.getParentNode() == null) {
            return;
        }
        String id = element.getAttribute("id");
        if (isNode(element)) {
            new ArrayList<>(out(id)).forEach(this::remove);
            new ArrayList<>(in(id)).forEach(this::remove);
            new ArrayList<>(boundaries(id)).forEach(this::remove);
            Dom.children(element, MODEL, "*").filter(Bpmn::isNode).toList().forEach(this::remove);
            Dom.children(element, MODEL, "sequenceFlow").toList().forEach(this::remove);
        }
        Dom.remove(element);
        forget(id);
    }

    private void forget(String id) {
        mentions(id, "*").forEach(Dom::remove);
        Dom.below(document.getDocumentElement(), MODEL, "*").stream()
                .filter(element -> element.getAttribute("default").equals(id))
                .forEach(element -> element.removeAttribute("default"));
        Dom.below(document.getDocumentElement(), DI, "*").stream()
                .filter(element -> element.getAttribute("bpmnElement").equals(id))
                .toList()
                .forEach(Dom::remove);
    }

    private List<Element> mentions(String id, String name) {
        return Dom.below(document.getDocumentElement(), MODEL, name).stream()
                .filter(element -> Set.of("flowNodeRef", "incoming", "outgoing").contains(element.getLocalName()))
                .filter(element -> element.getTextContent().strip().equals(id))
                .toList();
    }

    /** Wherever it is named in the file. */
    void rename(String id, String to) {
        get(id).setAttribute("id", to);
        mentions(id, "*").forEach(element -> element.setTextContent(to));
        for (Element element : Dom.below(document.getDocumentElement(), "*", "*")) {
            for (String attribute : List.of(
                    "sourceRef",
                    "targetRef",
                    "attachedToRef",
                    "default",
                    "bpmnElement",
                    "processRef",
                    "messageRef",
                    "sourceElement",
                    "targetElement")) {
                if (element.getAttribute(attribute).equals(id)) {
                    element.setAttribute(attribute, to);
                }
            }
        }
    }

    /** Another kind of node, all else as it was. */
    Element become(String id, String kind) {
        Element node = get(id);
        return (Element) document.renameNode(node, MODEL, "bpmn:" + kind);
    }

    /** The node alone within a new subprocess. */
    Element wrap(String id, String sub, String name) {
        Element node = get(id);
        Element container = (Element) node.getParentNode();
        List<Element> out = out(id);
        List<Element> in = in(id);
        Element made = add("subProcess", sub, name, container);
        in.forEach(flow -> target(flow, sub));
        out.forEach(flow -> source(flow, sub));
        boundaries(id).forEach(event -> event.setAttribute("attachedToRef", sub));
        made.appendChild(node);
        add("startEvent", sub + "_begun", "已开始", made);
        add("endEvent", sub + "_done", "已完成", made);
        flow("flow_" + sub + "_begun", sub + "_begun", id);
        flow("flow_" + sub + "_done", id, sub + "_done");
        return made;
    }

    Document document() {
        return document;
    }

    /** Those of the process itself and of its subprocesses that hold. */
    List<String> ids(Predicate<Element> which) {
        return nodes().stream()
                .filter(which)
                .map(node -> node.getAttribute("id"))
                .filter(Objects::nonNull)
                .toList();
    }
}
