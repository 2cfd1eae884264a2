package org.smecluster.policy.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks for loops that the engine runs through by itself, again and again. */
final class IdleLoop {

    private final StateGraph graph;

    IdleLoop(StateGraph graph) {
        this.graph = graph;
    }

    /** @return the nodes of the first such loop that is found; empty where there is none */
    List<List<Node>> find() {
        int size = graph.size();
        int[] colour = new int[size];
        for (int root = 0; root < size; root++) {
            if (colour[root] == 0) {
                List<Node> loop = from(root, colour);
                if (!loop.isEmpty()) {
                    return List.of(loop);
                }
            }
        }
        return List.of();
    }

    private record Frame(int state, int[] next) {}

    private List<Node> from(int root, int[] colour) {
        Deque<Frame> stack = new ArrayDeque<>();
        Deque<StateGraph.Edge> way = new ArrayDeque<>();
        stack.push(new Frame(root, new int[1]));
        colour[root] = 1;
        while (!stack.isEmpty()) {
            Frame top = stack.peek();
            List<StateGraph.Edge> edges = graph.from(top.state());
            if (top.next()[0] == edges.size()) {
                colour[top.state()] = 2;
                stack.pop();
                if (!way.isEmpty()) {
                    way.pop();
                }
                continue;
            }
            StateGraph.Edge edge = edges.get(top.next()[0]++);
            if (edge.pace() == Moves.Pace.OUTSIDE) {
                continue;
            }
            if (colour[edge.to()] == 1) {
                way.push(edge);
                return nodes(way, edge.to());
            }
            if (colour[edge.to()] == 0) {
                colour[edge.to()] = 1;
                way.push(edge);
                stack.push(new Frame(edge.to(), new int[1]));
            }
        }
        return List.of();
    }

    private List<Node> nodes(Deque<StateGraph.Edge> way, int until) {
        Set<Node> nodes = new LinkedHashSet<>();
        for (StateGraph.Edge edge : way) {
            for (int number : edge.happened()) {
                Node node = graph.happenings().get(number).node();
                if (node != null && !node.isGateway()) {
                    nodes.add(node);
                }
            }
            if (edge.from() == until) {
                break;
            }
        }
        if (nodes.isEmpty()) {
            way.stream().limit(1).forEach(edge -> nodes.addAll(gateways(edge)));
        }
        return new ArrayList<>(nodes);
    }

    private List<Node> gateways(StateGraph.Edge edge) {
        List<Node> nodes = new ArrayList<>();
        for (int number : edge.happened()) {
            if (graph.happenings().get(number).node() != null) {
                nodes.add(graph.happenings().get(number).node());
            }
        }
        return nodes.isEmpty() ? List.of() : nodes;
    }
}
