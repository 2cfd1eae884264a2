package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The variables of a net that conditions test, which values each may hold, and who may write which. */
final class NetData {

    private final ProcessNet net;
    private final Producers producers;
    private final FormFields forms;
    private final DecisionOutputs decisions;
    /** Names of variables that rules speak of, tested or not. */
    private final Set<String> spokenOf;

    private final Map<List<Object>, List<Map<String, List<Value>>>> written = new HashMap<>();
    private final Map<List<Object>, List<Map<String, Value>>> choices = new HashMap<>();
    private final List<NetVariable> variables = new ArrayList<>();
    private final Map<Scope, Map<String, NetVariable>> byScope = new HashMap<>();

    NetData(ProcessNet net, Producers producers, FormFields forms, DecisionOutputs decisions, Set<String> spokenOf) {
        this.net = net;
        this.producers = producers;
        this.forms = forms;
        this.decisions = decisions;
        this.spokenOf = spokenOf;
        findTested();
        findDomains();
    }

    List<NetVariable> variables() {
        return variables;
    }

    /** The tested variable that a name means at a scope; null where nothing tests it. */
    NetVariable at(Scope scope, String name) {
        Map<String, NetVariable> there = byScope.get(ProcessNet.home(scope, name));
        return there == null ? null : there.get(name);
    }

    /** The variable that a bean of the node would write; null where nothing tests it, or where it is the node's own. */
    NetVariable writtenAt(Node node, String name) {
        if (node.body != null && node.body.kind == Scope.Kind.TASK) {
            return at(node.body, name);
        }
        boolean own = node.inputs.containsKey(name) && node.body == null;
        return own ? null : at(node.scope, name);
    }

    private void findTested() {
        for (Flow flow : net.flows) {
            if (flow.condition() != null) {
                track(flow.from().scope, flow.condition().variable());
            }
        }
        for (int known = -1; known < variables.size(); ) {
            known = variables.size();
            for (Node node : net.nodes) {
                node.outputs.forEach((target, text) -> {
                    String source = reference(text);
                    if (source != null && at(node.scope, target) != null) {
                        track(node.body == null ? node.scope : node.body, source);
                    }
                });
                node.inputs.forEach((target, text) -> {
                    String source = reference(text);
                    if (source != null && node.body != null && at(node.body, target) != null) {
                        track(node.scope, source);
                    }
                });
                if (node.kind == Node.Kind.CALL) {
                    mappings(node, "in").forEach(mapping -> {
                        if (mapping.source() != null && at(node.body, mapping.target()) != null) {
                            track(node.scope, mapping.source());
                        }
                    });
                    mappings(node, "out").forEach(mapping -> {
                        if (mapping.source() != null && at(node.scope, mapping.target()) != null) {
                            track(node.body, mapping.source());
                        }
                    });
                }
            }
        }
    }

    private void track(Scope scope, String name) {
        Scope home = ProcessNet.home(scope, name);
        byScope.computeIfAbsent(home, none -> new LinkedHashMap<>()).computeIfAbsent(name, none -> {
            NetVariable variable = new NetVariable(variables.size(), name, home);
            variables.add(variable);
            return variable;
        });
    }

    /** A variable handed on between a process and one that it calls, or a constant. */
    record Mapping(String source, String constant, String target) {}

    static Stream<Mapping> mappings(Node call, String direction) {
        return call.xml
                .extensions(direction)
                .filter(mapping -> mapping.attribute("target") != null)
                .map(mapping -> {
                    String expression = mapping.attribute("sourceExpression");
                    String source = mapping.attribute("source", reference(expression));
                    return new Mapping(source, source == null ? expression : null, mapping.attribute("target"));
                });
    }

    /** The variable in <code>${…}</code>; null of any other text. */
    static String reference(String text) {
        return text != null && text.matches("[$#]\\{\\s*[\\p{L}_][\\p{L}\\p{N}_]*\\s*}")
                ? text.substring(2, text.length() - 1).strip()
                : null;
    }

    private void findDomains() {
        Map<NetVariable, Set<Value>> domains = new HashMap<>();
        variables.forEach(variable -> domains.put(variable, new LinkedHashSet<>(List.of(Value.UNSET))));
        for (Node node : net.nodes) {
            for (Moment moment : Moment.values()) {
                written(node, moment)
                        .forEach(alternative -> alternative.forEach((name, values) -> {
                            NetVariable variable = writtenAt(node, name);
                            if (variable != null) {
                                domains.get(variable).addAll(expanded(values, variable));
                                domains.get(variable).remove(Value.KEPT);
                                variable.certain &= !values.contains(Value.ANY) && !entered(node, name);
                            }
                        }));
            }
        }
        Map<NetVariable, Set<NetVariable>> sources = new HashMap<>();
        for (Node node : net.nodes) {
            node.inputs.forEach((name, text) -> handOn(
                    node.body == null ? null : at(node.body, name),
                    node.scope,
                    reference(text),
                    text,
                    domains,
                    sources));
            node.outputs.forEach((name, text) -> handOn(
                    at(node.scope, name),
                    node.body == null ? node.scope : node.body,
                    reference(text),
                    text,
                    domains,
                    sources));
            if (node.kind == Node.Kind.CALL) {
                mappings(node, "in")
                        .forEach(each -> handOn(
                                at(node.body, each.target()),
                                node.scope,
                                each.source(),
                                each.constant(),
                                domains,
                                sources));
                mappings(node, "out")
                        .forEach(each -> handOn(
                                at(node.scope, each.target()),
                                node.body,
                                each.source(),
                                each.constant(),
                                domains,
                                sources));
            }
            if (node.several != null && node.several.element() != null && node.body != null) {
                NetVariable element = at(node.body, node.several.element());
                if (element != null) {
                    domains.get(element).addAll(anything(element));
                }
            }
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Map.Entry<NetVariable, Set<NetVariable>> each : sources.entrySet()) {
                for (NetVariable source : each.getValue()) {
                    changed |= domains.get(each.getKey()).addAll(domains.get(source));
                }
            }
        }
        variables.forEach(variable -> {
            if (givenFromOutside(variable)) {
                domains.get(variable).addAll(anything(variable));
                variable.certain = false;
            }
            variable.domain = List.copyOf(domains.get(variable));
        });
    }

    /** It comes from a form as it is, not from a bean that reads it. */
    private boolean entered(Node node, String name) {
        return node.form() != null && forms.kept(node, this).containsKey(name);
    }

    private void handOn(
            NetVariable to,
            Scope from,
            String source,
            String constant,
            Map<NetVariable, Set<Value>> domains,
            Map<NetVariable, Set<NetVariable>> sources) {
        if (to == null) {
            return;
        }
        NetVariable known = source == null ? null : at(from, source);
        if (known != null) {
            sources.computeIfAbsent(to, none -> new LinkedHashSet<>()).add(known);
        } else if (source == null) {
            domains.get(to).add(Value.of(constant));
        } else {
            domains.get(to).addAll(anything(to));
            to.certain = false;
        }
    }

    /** A process that another calls gets variables from it; seen alone, it may be anything. */
    boolean givenFromOutside(NetVariable variable) {
        return variable.scope == net.root && net.handedIn.contains(variable.name);
    }

    private List<Value> expanded(List<Value> values, NetVariable variable) {
        if (!values.contains(Value.ANY)) {
            return values;
        }
        Set<Value> all = new LinkedHashSet<>(variable == null ? List.of(Value.OTHER) : anything(variable));
        all.addAll(values);
        all.remove(Value.ANY);
        return List.copyOf(all);
    }

    /** All values that the conditions on the variable can tell from each other. */
    List<Value> anything(NetVariable variable) {
        Set<Value> values = new LinkedHashSet<>();
        for (Flow flow : net.flows) {
            Condition condition = flow.condition();
            if (condition != null && at(flow.from().scope, condition.variable()) == variable) {
                values.addAll(toldApart(condition));
            }
        }
        values.add(Value.NULL);
        return List.copyOf(values);
    }

    /** The value, or one that no condition can tell from it; where there is none, the variable counts as never written. */
    Value alike(NetVariable variable, Value value) {
        if (variable.domain.contains(value)) {
            return value;
        }
        return variable.domain.stream()
                .filter(other -> other.kind() != Value.Kind.UNSET)
                .filter(other -> net.flows.stream()
                        .filter(flow -> flow.condition() != null
                                && at(flow.from().scope, flow.condition().variable()) == variable)
                        .allMatch(flow ->
                                flow.condition().of(other) == flow.condition().of(value)))
                .findFirst()
                .orElse(Value.UNSET);
    }

    private static List<Value> toldApart(Condition condition) {
        if (condition.operator() == null || condition.constant().isFlag()) {
            return List.of(Value.TRUE, Value.FALSE);
        }
        if (condition.constant().kind() == Value.Kind.NUMBER) {
            double number = condition.constant().number();
            return List.of(Value.number(number), Value.number(number - 1), Value.number(number + 1));
        }
        return condition.constant().kind() == Value.Kind.TEXT
                ? List.of(condition.constant(), Value.OTHER)
                : List.of(Value.OTHER);
    }

    /** When a node writes. */
    enum Moment {
        /** Of a task for a person: it is created. */
        CREATED,
        /** It is done, or passed, or what it waits for has come. */
        DONE,
        /** What it holds has ended. */
        LEFT
    }

    /** Which of the variables that matter the node writes then: one of the alternatives. */
    List<Map<String, List<Value>>> written(Node node, Moment moment) {
        return written.computeIfAbsent(List.of(node, moment), none -> findWritten(node, moment));
    }

    private List<Map<String, List<Value>>> findWritten(Node node, Moment moment) {
        List<List<Map<String, List<Value>>>> writers = new ArrayList<>();
        node.beans(moment).forEach(bean -> writers.add(producers.writtenBy(bean)));
        if (moment == Moment.DONE) {
            if (node.trigger.kind() == Trigger.Kind.MESSAGE && node.trigger.name() != null) {
                writers.add(List.of(producers.comesWith(node.trigger.name())));
            }
            if (node.form() != null) {
                writers.add(List.of(forms.kept(node, this)));
            }
            writers.add(List.of(decisions.written(node)));
        }
        List<Map<String, List<Value>>> all = List.of(Map.of());
        for (List<Map<String, List<Value>>> writer : writers) {
            if (!writer.isEmpty()) {
                all = combined(all, writer);
            }
        }
        return all;
    }

    private static List<Map<String, List<Value>>> combined(
            List<Map<String, List<Value>>> before, List<Map<String, List<Value>>> then) {
        List<Map<String, List<Value>>> both = new ArrayList<>();
        for (Map<String, List<Value>> one : before) {
            for (Map<String, List<Value>> other : then) {
                Map<String, List<Value>> merged = new LinkedHashMap<>(one);
                merged.putAll(other);
                both.add(merged);
            }
        }
        return both;
    }

    /** The beans that run at the node then. */
    static List<String> beans(Node node, Moment moment) {
        boolean holds = node.body != null && node.kind != Node.Kind.USER_TASK && node.kind != Node.Kind.CATCH;
        List<String> beans = new ArrayList<>();
        if (node.kind == Node.Kind.USER_TASK) {
            if (moment == Moment.CREATED) {
                beans.addAll(node.executionListeners("start"));
                beans.addAll(node.taskListeners("create"));
            } else if (moment == Moment.DONE) {
                beans.addAll(node.taskListeners("complete"));
                beans.addAll(node.executionListeners("end"));
            }
            return beans;
        }
        if (moment == Moment.DONE) {
            beans.addAll(node.executionListeners("start"));
            if (node.xml.name().equals("sequenceFlow")) {
                beans.addAll(node.executionListeners("take"));
            }
            if (node.delegate() != null) {
                beans.add(node.delegate());
            }
        }
        boolean leaves = holds && (node.kind == Node.Kind.SUBPROCESS || node.kind == Node.Kind.CALL);
        if (moment == (leaves ? Moment.LEFT : Moment.DONE)) {
            beans.addAll(node.executionListeners("end"));
        }
        return beans;
    }

    /** Each way in which the variables that matter may be written then. */
    List<Map<String, Value>> choices(Node node, Moment moment) {
        return choices.computeIfAbsent(List.of(node, moment), none -> findChoices(node, moment));
    }

    private List<Map<String, Value>> findChoices(Node node, Moment moment) {
        List<Map<String, Value>> choices = new ArrayList<>();
        for (Map<String, List<Value>> alternative : written(node, moment)) {
            List<Map<String, Value>> some = List.of(Map.of());
            for (Map.Entry<String, List<Value>> each : alternative.entrySet()) {
                NetVariable tested = writtenAt(node, each.getKey());
                if (tested == null && !spokenOf.contains(each.getKey())) {
                    continue;
                }
                List<Value> values = expanded(each.getValue(), tested);
                List<Map<String, Value>> more = new ArrayList<>();
                for (Map<String, Value> before : some) {
                    for (Value value : values) {
                        Map<String, Value> with = new LinkedHashMap<>(before);
                        with.put(each.getKey(), value);
                        more.add(with);
                    }
                }
                some = more;
            }
            choices.addAll(some);
        }
        return choices.stream().distinct().toList();
    }

    Set<String> sentAtOnce(Node node) {
        Set<String> sent = new LinkedHashSet<>();
        node.beans(Moment.DONE).forEach(bean -> sent.addAll(producers.sentAtOnceBy(bean)));
        return sent;
    }

    Producers producers() {
        return producers;
    }
}
