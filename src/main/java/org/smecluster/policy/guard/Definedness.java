package org.smecluster.policy.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smecluster.policy.guard.DataStep.Kind;

/**
 * Which variables are there before each node: on every way to it, and on some. Ways are those of the drawing; what a
 * condition rules out is not seen.
 */
final class Definedness {

    private final ModelProcess process;
    private final Map<Xml, List<DataStep>> steps = new IdentityHashMap<>();
    private final Map<Xml, List<DataStep>> flowSteps = new IdentityHashMap<>();
    private final Map<String, List<Xml>> incoming = new HashMap<>();
    private final Set<String> given;
    private final Set<String> all = new HashSet<>();
    private final Map<Xml, List<Xml>> endsOf = new IdentityHashMap<>();
    private final Map<Xml, Set<String>> always = new IdentityHashMap<>();
    private final Map<Xml, Set<String>> sometimes = new IdentityHashMap<>();

    /** @param given that the process is called with */
    Definedness(ModelProcess process, DataSteps data, Set<String> given) {
        this.process = process;
        this.given = given;
        all.addAll(given);
        for (Xml node : process.nodes()) {
            steps.put(node, data.of(process, node));
        }
        for (Xml flow : process.flows()) {
            flowSteps.put(flow, data.ofFlow(process, flow));
            incoming.computeIfAbsent(flow.attribute("targetRef"), id -> new ArrayList<>())
                    .add(flow);
        }
        steps.values()
                .forEach(each -> each.stream().filter(DataStep::writes).forEach(step -> all.add(step.variable())));
        solve();
    }

    List<DataStep> steps(Xml node) {
        return steps.getOrDefault(node, List.of());
    }

    List<DataStep> flowSteps(Xml flow) {
        return flowSteps.get(flow);
    }

    /** That a node, or somebody before the process, may write at all. */
    Set<String> all() {
        return all;
    }

    /** There before the node, whatever the way. */
    Set<String> always(Xml node) {
        return always.getOrDefault(node, all);
    }

    /** There before the node, on some way. */
    Set<String> sometimes(Xml node) {
        return sometimes.getOrDefault(node, Set.of());
    }

    /** @param before what is there before the node */
    Set<String> after(Xml node, Set<String> before) {
        Set<String> after = new HashSet<>(before);
        steps(node).stream().filter(step -> step.kind() == Kind.WRITE).forEach(step -> after.add(step.variable()));
        return after;
    }

    private void solve() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Xml node : process.nodes()) {
                Set<String> every = before(node, true);
                Set<String> some = before(node, false);
                changed |= !every.equals(always.put(node, every));
                changed |= !some.equals(sometimes.put(node, some));
            }
        }
    }

    private Set<String> before(Xml node, boolean every) {
        Xml scope = process.scope(node);
        Set<String> entered = scope == process.xml() ? given : inside(scope, every);
        if (node.name().equals("startEvent")) {
            if (ModelProcess.isEventSubprocess(scope)) {
                return every ? entered : all;
            }
            return entered;
        }
        if (node.name().equals("boundaryEvent")) {
            return process.element(node.attribute("attachedToRef", ""))
                    .map(step -> every ? known(step, true) : union(known(step, false), writtenIn(step)))
                    .orElse(entered);
        }
        if (ModelProcess.isEventSubprocess(node)) {
            return every ? begun(scope, entered) : all;
        }
        List<Xml> flows = incoming.getOrDefault(node.id(), List.of());
        if (flows.isEmpty()) {
            return entered;
        }
        boolean waits = node.name().equals("parallelGateway");
        Set<String> before = null;
        for (Xml flow : flows) {
            Set<String> brought = process.element(flow.attribute("sourceRef", ""))
                    .map(source -> left(source, every))
                    .orElse(every ? all : Set.<String>of());
            Set<String> there = new HashSet<>(brought);
            flowSteps.get(flow).stream().filter(DataStep::writes).forEach(step -> there.add(step.variable()));
            if (before == null) {
                before = there;
            } else if (every && !waits) {
                before.retainAll(there);
            } else {
                before.addAll(there);
            }
        }
        return before;
    }

    private Set<String> known(Xml node, boolean every) {
        return every ? always(node) : sometimes(node);
    }

    /** What is there at once when a scope has begun: in an event subprocess anything may have happened before. */
    private Set<String> begun(Xml scope, Set<String> entered) {
        Set<String> begun = null;
        for (Xml start : process.nodes()) {
            if (start.name().equals("startEvent") && process.scope(start) == scope) {
                Set<String> after = after(start, always(start));
                if (begun == null) {
                    begun = after;
                } else {
                    begun.retainAll(after);
                }
            }
        }
        return begun == null ? entered : begun;
    }

    /** What is there within a subprocess when it is entered, its own parameters too. */
    private Set<String> inside(Xml subprocess, boolean every) {
        Set<String> inside = new HashSet<>(known(subprocess, every));
        steps(subprocess).stream().filter(DataStep::writes).forEach(step -> inside.add(step.variable()));
        return inside;
    }

    private Set<String> left(Xml node, boolean every) {
        Set<String> left = after(node, known(node, every));
        if (node.name().equals("subProcess")) {
            left.addAll(ended(node, every));
        }
        return left;
    }

    /** What is there when all of a subprocess has ended, or when one end has ended it. */
    private Set<String> ended(Xml scope, boolean every) {
        List<Set<String>> ways = new ArrayList<>();
        Set<Xml> ownWay = ownWay(scope);
        List<Xml> ends = ends(scope).stream().filter(ownWay::contains).toList();
        List<Xml> quiet = new ArrayList<>();
        for (Xml end : ends) {
            if (end.child("terminateEventDefinition").isPresent()) {
                ways.add(after(end, known(end, every)));
            } else {
                quiet.add(end);
            }
        }
        if (!every) {
            quiet.forEach(end -> ways.add(after(end, known(end, false))));
            Set<String> some = new HashSet<>();
            ways.forEach(some::addAll);
            return some;
        }
        together(scope, quiet).ifPresent(ways::add);
        return common(ways);
    }

    /** Where ways part and run beside each other, each of them has come to an end of its own; empty where one cannot. */
    private Optional<Set<String>> together(Xml scope, List<Xml> ends) {
        Set<String> there =
                common(ends.stream().map(end -> after(end, always(end))).toList());
        for (Xml split : process.nodes()) {
            if (process.scope(split) != scope
                    || !split.name().equals("parallelGateway")
                    || process.outgoing(split).size() < 2) {
                continue;
            }
            for (Xml flow : process.outgoing(split)) {
                Set<Xml> reached = reached(flow);
                List<Set<String>> branch = ends.stream()
                        .filter(reached::contains)
                        .map(end -> after(end, always(end)))
                        .toList();
                if (branch.isEmpty()) {
                    return Optional.empty();
                }
                there.addAll(common(branch));
            }
        }
        return Optional.of(there);
    }

    /** What is reached from the beginning: what an event that does not interrupt begins runs beside it and ends by itself. */
    private Set<Xml> ownWay(Xml scope) {
        return reached(
                process.nodes().stream()
                        .filter(node ->
                                process.scope(node) == scope && node.name().equals("startEvent"))
                        .toList(),
                false);
    }

    private Set<Xml> reached(Xml flow) {
        return reached(process.element(flow.attribute("targetRef", "")).stream().toList(), true);
    }

    private Set<Xml> reached(List<Xml> from, boolean beside) {
        Set<Xml> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Xml> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Xml node = open.pop();
            if (reached.add(node)) {
                process.outgoing(node).stream()
                        .flatMap(out -> process.element(out.attribute("targetRef", "")).stream())
                        .forEach(open::push);
                process.nodes().stream()
                        .filter(event -> node.id().equals(event.attribute("attachedToRef")))
                        .filter(event -> beside || !"false".equals(event.attribute("cancelActivity")))
                        .forEach(open::push);
            }
        }
        return reached;
    }

    private static Set<String> common(List<Set<String>> ways) {
        Set<String> common = ways.isEmpty() ? new HashSet<>() : new HashSet<>(ways.get(0));
        ways.forEach(common::retainAll);
        return common;
    }

    private List<Xml> ends(Xml scope) {
        return endsOf.computeIfAbsent(scope, subprocess -> process.nodes().stream()
                .filter(node -> process.scope(node) == subprocess
                        && process.outgoing(node).isEmpty()
                        && !ModelProcess.isEventSubprocess(node))
                .toList());
    }

    private Set<String> writtenIn(Xml node) {
        Set<String> written = new HashSet<>();
        node.all()
                .forEach(each ->
                        steps(each).stream().filter(DataStep::writes).forEach(step -> written.add(step.variable())));
        return written;
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> both = new HashSet<>(some);
        both.addAll(more);
        return both;
    }
}
