package org.smecluster.policy.guard;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What stands beside a procedure: reminders and the like behind an event that does not interrupt. Nothing comes back from there,
 * it writes nothing that a condition or a rule asks for, and no bean acts there but to tell.
 */
final class Asides {

    private final NetData data;
    private final BitSet aside = new BitSet();
    private final Map<Node, Set<Node>> behind = new HashMap<>();

    Asides(ProcessNet net, NetData data) {
        this.data = data;
        net.nodes.stream()
                .filter(node -> node.kind == Node.Kind.BOUNDARY && !node.interrupting && isQuiet(node))
                .forEach(boundary -> {
                    Set<Node> nodes = new LinkedHashSet<>();
                    collect(boundary, nodes);
                    if (nodes.stream().allMatch(node -> staysAside(node, boundary, nodes))) {
                        behind.put(boundary, nodes);
                        nodes.forEach(node -> aside.set(node.index));
                    }
                });
    }

    private static void collect(Node from, Set<Node> nodes) {
        from.outgoing.forEach(flow -> {
            if (nodes.add(flow.to())) {
                collect(flow.to(), nodes);
            }
        });
    }

    private boolean staysAside(Node node, Node boundary, Set<Node> nodes) {
        boolean plain =
                switch (node.kind) {
                    case USER_TASK, SERVICE, PASS -> node.boundaries.isEmpty() && node.several == null;
                    case END -> !node.terminates;
                    default -> false;
                };
        return plain
                && node.trigger.kind() == Trigger.Kind.NONE
                && node.incoming.stream().allMatch(flow -> flow.from() == boundary || nodes.contains(flow.from()))
                && isQuiet(node);
    }

    private boolean isQuiet(Node node) {
        for (NetData.Moment moment : NetData.Moment.values()) {
            boolean tells = node.beans(moment).stream().allMatch(bean -> BeanContracts.shipped()
                    .bean(bean)
                    .filter(BeanContract::notice)
                    .isPresent());
            if (!tells || !data.choices(node, moment).stream().allMatch(Map::isEmpty)) {
                return false;
            }
        }
        return node.outputs.keySet().stream().allMatch(name -> data.at(node.scope, name) == null);
    }

    /** The event has come and what is behind it is not done yet: once more would change nothing. */
    boolean isUnderWay(Node boundary, Marking outside) {
        Set<Node> nodes = behind.getOrDefault(boundary, Set.of());
        return outside.tokens.stream()
                        .anyMatch(token -> nodes.stream().anyMatch(node -> node.index == Marking.node(token)))
                || outside.children.stream().anyMatch(child -> nodes.contains(child.scope.owner));
    }

    /** Nothing is left of the procedure but what stands beside it. */
    boolean isOver(Marking at) {
        return !at.isEmpty()
                && at.tokens.stream().allMatch(token -> aside.get(Marking.node(token)))
                && at.children.stream()
                        .allMatch(child -> child.scope.owner != null && aside.get(child.scope.owner.index));
    }
}
