package org.smecluster.policy.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Looks for a state from which a process cannot end any more. */
final class Standstill {

    /** @param waiting where it stands: a join that waits, where there is one */
    record Found(Node waiting, ModelPath path) {}

    private final StateGraph graph;

    Standstill(StateGraph graph) {
        this.graph = graph;
    }

    Optional<Found> find() {
        boolean[] ends = leadingToEnd();
        for (int state = StateGraph.OVER + 1; state < graph.size(); state++) {
            if (!ends[state] && graph.isResting(state)) {
                Node waiting = waiting(graph.marking(state));
                if (waiting != null) {
                    return Optional.of(new Found(waiting, ModelPath.to(graph, state)));
                }
            }
        }
        return Optional.empty();
    }

    /** States from which the end can be reached; those that the engine refuses are judged elsewhere. */
    private boolean[] leadingToEnd() {
        List<List<Integer>> into = new ArrayList<>();
        for (int state = 0; state < graph.size(); state++) {
            into.add(new ArrayList<>());
        }
        Deque<Integer> open = new ArrayDeque<>(List.of(StateGraph.OVER));
        boolean[] ends = new boolean[graph.size()];
        ends[StateGraph.OVER] = true;
        for (int state = 0; state < graph.size(); state++) {
            for (StateGraph.Edge edge : graph.from(state)) {
                into.get(edge.to()).add(state);
            }
            if (graph.isRefused(state)) {
                ends[state] = true;
                open.add(state);
            }
        }
        while (!open.isEmpty()) {
            for (int before : into.get(open.poll())) {
                if (!ends[before]) {
                    ends[before] = true;
                    open.add(before);
                }
            }
        }
        return ends;
    }

    private Node waiting(Marking at) {
        Node any = null;
        for (int token : at.tokens) {
            Node node = graph.net.nodes.get(Marking.node(token));
            if (node.isJoin()) {
                return node;
            }
            any = node;
        }
        for (Marking child : at.children) {
            Node inner = waiting(child);
            if (inner != null && inner.isJoin()) {
                return inner;
            }
            any = any == null ? inner : any;
        }
        return any;
    }
}
