package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A node of a process with what stands at it. Nodes of a called process are there once for each call. */
final class Node {

    enum Kind {
        START,
        END,
        USER_TASK,
        SERVICE,
        /** Does nothing that a rule knows: a task for nobody, an event that throws, a flow with listeners. */
        PASS,
        CATCH,
        EXCLUSIVE,
        PARALLEL,
        INCLUSIVE,
        EVENT_GATEWAY,
        SUBPROCESS,
        CALL,
        /** A call of a process that is not known: it does what it likes and comes back. */
        UNKNOWN_CALL,
        EVENT_SUBPROCESS,
        BOUNDARY
    }

    /** How several instances run; null where a node runs once. */
    record Several(boolean sequential, String collection, String cardinality, boolean mayEndEarly, String element) {}

    final int index;
    final Kind kind;
    final Xml xml;
    final String file;
    final Scope scope;
    final List<Flow> outgoing = new ArrayList<>();
    final List<Flow> incoming = new ArrayList<>();
    final List<Node> boundaries = new ArrayList<>();
    final Map<String, String> inputs = new LinkedHashMap<>();
    final Map<String, String> outputs = new LinkedHashMap<>();
    private final Map<String, List<String>> listeners = new HashMap<>();
    private final Map<NetData.Moment, List<String>> beans = new EnumMap<>(NetData.Moment.class);
    Trigger trigger = Trigger.NONE;
    boolean interrupting = true;
    boolean terminates;
    Flow defaultFlow;
    Several several;
    /** Of a subprocess, a call, or a task that needs an instance of its own. */
    Scope body;
    /** Around the bodies, where there are several. */
    Scope around;

    Node(int index, Kind kind, Xml xml, String file, Scope scope) {
        this.index = index;
        this.kind = kind;
        this.xml = xml;
        this.file = file;
        this.scope = scope;
    }

    String id() {
        return xml.id();
    }

    /** Its name in 「」, or what it is where it has none. */
    String label() {
        String name = xml.attribute("name", "").strip();
        if (!name.isEmpty()) {
            return "「" + name + "」";
        }
        return switch (kind) {
            case EXCLUSIVE, PARALLEL, INCLUSIVE, EVENT_GATEWAY -> "网关" + id();
            default -> id();
        };
    }

    boolean asyncBefore() {
        return "true".equals(xml.attribute("camunda:asyncBefore"));
    }

    boolean asyncAfter() {
        return "true".equals(xml.attribute("camunda:asyncAfter"));
    }

    String form() {
        return xml.attribute("camunda:formRef");
    }

    String groups() {
        return xml.attribute("camunda:candidateGroups", "");
    }

    /** Waits for a person or for something from without. */
    boolean waits() {
        return kind == Kind.USER_TASK || kind == Kind.CATCH || kind == Kind.EVENT_GATEWAY || kind == Kind.UNKNOWN_CALL;
    }

    boolean isGateway() {
        return kind == Kind.EXCLUSIVE || kind == Kind.PARALLEL || kind == Kind.INCLUSIVE || kind == Kind.EVENT_GATEWAY;
    }

    boolean isJoin() {
        return (kind == Kind.PARALLEL || kind == Kind.INCLUSIVE) && incoming.size() > 1;
    }

    /** Of the delegate: null where there is none. */
    String delegate() {
        String own = xml.attribute("camunda:delegateExpression");
        if (own == null) {
            own = xml.children("messageEventDefinition")
                    .map(definition -> definition.attribute("camunda:delegateExpression"))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return bean(own);
    }

    List<String> executionListeners(String event) {
        return listeners("executionListener", event);
    }

    List<String> taskListeners(String event) {
        return listeners("taskListener", event);
    }

    private List<String> listeners(String kind, String event) {
        return listeners.computeIfAbsent(kind + " " + event, none -> xml.extensions(kind)
                .filter(listener -> event.equals(listener.attribute("event")))
                .map(listener -> bean(listener.attribute("delegateExpression")))
                .filter(Objects::nonNull)
                .toList());
    }

    /** The beans that run here then. */
    List<String> beans(NetData.Moment moment) {
        return beans.computeIfAbsent(moment, none -> List.copyOf(NetData.beans(this, moment)));
    }

    static String bean(String expression) {
        return expression == null ? null : expression.replaceAll("[$#{}\\s]", "");
    }

    @Override
    public String toString() {
        return id();
    }
}
