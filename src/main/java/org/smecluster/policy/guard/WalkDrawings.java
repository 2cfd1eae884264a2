package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.policy.guard.WalkPlace.Drawing;

/** Where a marking stands, in words and in the drawings of the processes. */
final class WalkDrawings {

    private final ProcessNet net;

    private final List<Node> starts;

    /** @param starts where it may begin, as long as it has not */
    WalkDrawings(ProcessNet net, List<Node> starts) {
        this.net = net;
        this.starts = starts;
    }

    /** Labels of what is waited for. */
    Set<String> waiting(int[] key) {
        Set<String> labels = new LinkedHashSet<>();
        standing(Marking.read(key, net.scopes)).stream()
                .filter(Node::waits)
                .forEach(node -> labels.add(
                        node.kind == Node.Kind.EVENT_GATEWAY
                                ? "等待"
                                        + String.join(
                                                "、",
                                                node.outgoing.stream()
                                                        .map(flow -> flow.to().label())
                                                        .toList())
                                : node.kind == Node.Kind.CATCH ? "等待" + node.label() : node.label()));
        return labels;
    }

    private List<Node> standing(Marking at) {
        List<Node> nodes = new ArrayList<>();
        at.tokens.forEach(token -> nodes.add(net.nodes.get(Marking.node(token))));
        at.children.forEach(child -> nodes.addAll(standing(child)));
        return nodes;
    }

    /** @param key null where it stands nowhere */
    List<Drawing> of(int[] key, Collection<Node> done, Collection<Flow> taken) {
        Map<String, Set<String>> current = new LinkedHashMap<>();
        current.put(net.id(), new LinkedHashSet<>(starts.stream().map(Node::id).toList()));
        if (key != null) {
            mark(Marking.read(key, net.scopes), current);
        }
        List<Drawing> drawings = new ArrayList<>();
        current.forEach((process, ids) -> drawings.add(new Drawing(
                process,
                List.copyOf(ids),
                done.stream()
                        .filter(node -> process.equals(process(node.scope)) && node.id() != null)
                        .filter(node -> !node.xml.name().equals("sequenceFlow"))
                        .map(Node::id)
                        .distinct()
                        .toList(),
                taken.stream()
                        .filter(flow -> process.equals(process(flow.from().scope))
                                && flow.xml().id() != null)
                        .map(flow -> flow.xml().id())
                        .distinct()
                        .toList())));
        return drawings;
    }

    private void mark(Marking at, Map<String, Set<String>> current) {
        at.tokens.forEach(token -> {
            Node node = net.nodes.get(Marking.node(token));
            current.computeIfAbsent(process(node.scope), none -> new LinkedHashSet<>())
                    .add(node.id());
        });
        at.children.forEach(child -> {
            if (child.scope.kind == Scope.Kind.CALLED) {
                current.computeIfAbsent(process(child.scope.owner.scope), none -> new LinkedHashSet<>())
                        .add(child.scope.owner.id());
            }
            mark(child, current);
        });
    }

    private String process(Scope scope) {
        Scope process = scope.process();
        return process.owner == null ? net.id() : process.owner.xml.attribute("calledElement");
    }
}
