package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which flows are taken out of a node, and when a join goes on: as the engine decides it. */
final class Branching {

    private final ProcessNet net;
    private final NetData data;
    private final FlowUse use;
    private final Map<Node, Set<Node>> leadingTo = new HashMap<>();

    Branching(ProcessNet net, NetData data, FlowUse use) {
        this.net = net;
        this.data = data;
        this.use = use;
    }

    /** @throws Refusal where the engine would throw */
    List<Flow> taken(Marking at, Node node) {
        use.asked.add(node);
        List<Flow> taken =
                switch (node.kind) {
                    case PARALLEL -> node.outgoing;
                    case EXCLUSIVE -> first(at, node);
                    default -> all(at, node);
                };
        use.taken.addAll(taken);
        return taken;
    }

    /** In the order of the file; one without a condition is taken wherever it stands. */
    private List<Flow> first(Marking at, Node node) {
        for (Flow flow : node.outgoing) {
            if (flow != node.defaultFlow && holds(at, flow)) {
                return List.of(flow);
            }
        }
        return otherwise(at, node);
    }

    private List<Flow> all(Marking at, Node node) {
        List<Flow> taken = new ArrayList<>();
        for (Flow flow : node.outgoing) {
            if (flow != node.defaultFlow && holds(at, flow)) {
                taken.add(flow);
            }
        }
        return taken.isEmpty() && !node.outgoing.isEmpty() ? otherwise(at, node) : taken;
    }

    private List<Flow> otherwise(Marking at, Node node) {
        if (node.defaultFlow != null) {
            return List.of(node.defaultFlow);
        }
        Flow asked = node.outgoing.stream()
                .filter(flow -> flow.condition() != null)
                .findFirst()
                .orElse(null);
        NetVariable variable =
                asked == null ? null : data.at(node.scope, asked.condition().variable());
        throw new Refusal(Refusal.Kind.NO_WAY, node, asked, variable, variable == null ? null : at.value(variable));
    }

    private boolean holds(Marking at, Flow flow) {
        if (flow.condition() == null) {
            return true;
        }
        NetVariable variable = data.at(flow.from().scope, flow.condition().variable());
        Value value = at.value(variable);
        use.read(flow, value);
        return switch (flow.condition().of(value)) {
            case HOLDS -> {
                use.held.add(flow);
                yield true;
            }
            case DOES_NOT -> {
                use.failed.add(flow);
                yield false;
            }
            case FAILS -> throw new Refusal(Refusal.Kind.UNREADABLE_VALUE, flow.from(), flow, variable, value);
        };
    }

    /** @return how many waiting tokens go on as one; zero where the join waits on */
    int joined(Marking root, Marking at, Node join) {
        int waiting = at.count(join, Marking.Phase.THERE);
        int expected = Math.max(1, join.incoming.size());
        if (join.kind == Node.Kind.PARALLEL) {
            return waiting == expected ? waiting : 0;
        }
        return waiting >= expected || !mayMoreCome(at, join) ? waiting : 0;
    }

    private boolean mayMoreCome(Marking at, Node join) {
        Set<Node> leading = leadingTo.computeIfAbsent(join, this::leadingTo);
        for (int token : at.tokens) {
            Node node = net.nodes.get(Marking.node(token));
            boolean waits = node == join && Marking.phase(token) == Marking.Phase.THERE;
            if (!waits && leading.contains(node)) {
                return true;
            }
        }
        return at.children.stream().anyMatch(child -> leads(child, leading));
    }

    private boolean leads(Marking at, Set<Node> leading) {
        if (at.scope.kind == Scope.Kind.CALLED || at.scope.kind == Scope.Kind.TASK) {
            return leading.contains(at.scope.owner);
        }
        for (int token : at.tokens) {
            if (leading.contains(net.nodes.get(Marking.node(token)))) {
                return true;
            }
        }
        return at.children.stream().anyMatch(child -> leads(child, leading));
    }

    /** All nodes from which the flows, and the end of what is around, lead to the join. */
    private Set<Node> leadingTo(Node join) {
        Set<Node> leading = new HashSet<>();
        for (Node node : net.nodes) {
            if (reaches(node, join, new HashSet<>())) {
                leading.add(node);
            }
        }
        return leading;
    }

    private static boolean reaches(Node node, Node join, Set<Node> visited) {
        if (node == join) {
            return true;
        }
        if (!visited.add(node)) {
            return false;
        }
        if (node.outgoing.isEmpty()) {
            Node around = node.scope.owner;
            return around != null && node.scope.kind != Scope.Kind.CALLED && reaches(around, join, visited);
        }
        for (Flow flow : node.outgoing) {
            if (reaches(flow.to(), join, visited)) {
                return true;
            }
        }
        return false;
    }
}
