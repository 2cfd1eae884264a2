package org.smecluster.policy.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at a parallel gateway that parts a way: is there something to be done on each branch, and are they joined where they meet? */
final class LooseFork {

    private LooseFork() {}

    /** What the branches meet at without being joined: all from there on would be done once for each. */
    static Optional<Node> meeting(Node fork) {
        List<Set<Node>> branches =
                fork.outgoing.stream().map(flow -> reached(flow.to(), fork)).toList();
        for (int i = 0; i < branches.size(); i++) {
            for (Node node : branches.get(i)) {
                boolean met = branches.subList(i + 1, branches.size()).stream().anyMatch(other -> other.contains(node));
                if (met && node.kind != Node.Kind.END && !node.isJoin()) {
                    return Optional.of(node);
                }
            }
        }
        return Optional.empty();
    }

    /** A branch that leads at once to where the branches are joined, or to an end that does nothing either. */
    static Optional<Flow> empty(Node fork) {
        return fork.outgoing.stream().filter(flow -> doesNothing(target(flow))).findFirst();
    }

    private static boolean doesNothing(Node node) {
        return node.isJoin() || node.kind == Node.Kind.END && node.trigger.kind() == Trigger.Kind.NONE;
    }

    private static Node target(Flow flow) {
        Node node = flow.to();
        while (node.xml.name().equals("sequenceFlow")) {
            node = node.outgoing.get(0).to();
        }
        return node;
    }

    /** Up to the next join. */
    private static Set<Node> reached(Node from, Node fork) {
        Set<Node> reached = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node != fork && reached.add(node) && !node.isJoin()) {
                node.outgoing.forEach(flow -> open.push(flow.to()));
            }
        }
        return reached;
    }
}
