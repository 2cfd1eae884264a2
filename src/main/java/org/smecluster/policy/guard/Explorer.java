package org.smecluster.policy.guard;

import java.util.List;
import java.util.Set;

/** Follows a process through everything that it may do. */
final class Explorer {

    /** @param states and millis are bounds: what is larger is said not to have been followed */
    record Bounds(int states, long millis) {}

    /** Where tokens pile up, enough is known: not much more is followed. */
    private static final int PILED_UP = 2_000;

    static final Bounds SHIPPED = new Bounds(200_000, 2_000);

    private Explorer() {}

    static StateGraph explore(
            ProcessNet net,
            Producers producers,
            FormFields forms,
            DecisionOutputs decisions,
            Set<String> spokenOf,
            Bounds bounds) {
        return explore(net, new NetData(net, producers, forms, decisions, spokenOf), null, bounds);
    }

    /** @param from the marking in which it stands; null: from the beginning */
    static StateGraph explore(ProcessNet net, NetData data, Marking from, Bounds bounds) {
        Asides asides = new Asides(net, data);
        StateGraph graph = new StateGraph(net, data, asides);
        Steps steps = new Steps(net, data, asides, graph.use);
        if (from == null) {
            steps.begin(into(graph, StateGraph.BEFORE));
        } else {
            steps.resume(from, into(graph, StateGraph.BEFORE));
        }
        long until = System.nanoTime() + bounds.millis() * 1_000_000;
        for (int state = StateGraph.OVER + 1; state < graph.size(); state++) {
            if (graph.pilesUp && graph.size() > PILED_UP) {
                break;
            }
            if (graph.size() > bounds.states()) {
                graph.incomplete = "状态超过" + bounds.states() + "个";
                break;
            }
            if ((state & 255) == 0 && System.nanoTime() > until) {
                graph.incomplete = "逐一推演超过" + bounds.millis() / 1000 + "秒";
                break;
            }
            steps.expand(graph.key(state), into(graph, state));
        }
        return graph;
    }

    private static Steps.Sink into(StateGraph graph, int from) {
        return new Steps.Sink() {
            @Override
            public void step(int[] to, Moves.Pace pace, List<Happening> happened) {
                graph.connect(from, to == null ? StateGraph.OVER : graph.number(to), pace, happened);
            }

            @Override
            public void refused(Refusal refusal) {
                graph.refuse(from, refusal);
            }
        };
    }
}
