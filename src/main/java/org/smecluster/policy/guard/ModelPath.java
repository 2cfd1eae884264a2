package org.smecluster.policy.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A way through a process: to be said in a sentence and drawn on the diagram.
 *
 * @param elements ids in order, of the process and of those that it calls
 * @param labels of the elements that a clerk would name
 */
record ModelPath(String process, List<String> elements, List<String> labels) {

    /** A longer sentence is shortened in the middle. */
    private static final int NAMED = 8;

    static ModelPath of(ProcessNet net, List<Happening> happened) {
        List<String> elements = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Happening happening : happened) {
            Node node = happening.node();
            if (node == null || happening.kind() == Happening.Kind.CREATED) {
                continue;
            }
            elements.add(node.id());
            boolean told = !node.isGateway() && happening.kind() != Happening.Kind.CANCELLED;
            if (told
                    && node.kind != Node.Kind.END
                    && !node.xml.attribute("name", "").isBlank()) {
                labels.add(node.label());
            }
        }
        return new ModelPath(net.id(), List.copyOf(elements), List.copyOf(labels));
    }

    /** Such as 「查实事实」→「送达事先告知书」→…→「撤销决定」. */
    String sentence() {
        List<String> shown = labels;
        if (labels.size() > NAMED) {
            shown = new ArrayList<>(labels.subList(0, NAMED / 2));
            shown.add("……");
            shown.addAll(labels.subList(labels.size() - NAMED / 2, labels.size()));
        }
        return String.join("→", shown);
    }

    /** The shortest way from the beginning to a state. */
    static ModelPath to(StateGraph graph, int state) {
        StateGraph.Edge[] before = new StateGraph.Edge[graph.size()];
        Deque<Integer> open = new ArrayDeque<>(List.of(StateGraph.BEFORE));
        LinkedHashSet<Integer> seen = new LinkedHashSet<>(open);
        while (!open.isEmpty() && !seen.contains(state)) {
            for (StateGraph.Edge edge : graph.from(open.poll())) {
                if (seen.add(edge.to())) {
                    before[edge.to()] = edge;
                    open.add(edge.to());
                }
            }
        }
        List<StateGraph.Edge> way = new ArrayList<>();
        for (int at = state; before[at] != null; at = before[at].from()) {
            way.add(before[at]);
        }
        Collections.reverse(way);
        return of(graph.net, happened(graph, way));
    }

    static List<Happening> happened(StateGraph graph, List<StateGraph.Edge> way) {
        List<Happening> happened = new ArrayList<>();
        for (StateGraph.Edge edge : way) {
            for (int number : edge.happened()) {
                happened.add(graph.happenings().get(number));
            }
        }
        return happened;
    }
}
