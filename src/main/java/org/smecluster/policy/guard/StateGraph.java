package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a process may do: the markings that it can reach, and what happens between them. */
final class StateGraph {

    /** Before the process begins, and after it is over. */
    static final int BEFORE = 0;

    static final int OVER = 1;

    /** A step from one marking to the next. */
    record Edge(int from, int to, Moves.Pace pace, int[] happened) {}

    private record Key(int[] key) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && Arrays.equals(key, that.key);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(key);
        }
    }

    final ProcessNet net;
    private final NetData data;
    private final Asides asides;
    final FlowUse use = new FlowUse();
    final List<Refusal> refusals = new ArrayList<>();
    /** Why it is not all; null where it is. */
    String incomplete;
    /** Tokens pile up somewhere: not all was followed. */
    boolean pilesUp;

    private final List<int[]> markings = new ArrayList<>();
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<List<Edge>> edges = new ArrayList<>();
    private final List<Boolean> refused = new ArrayList<>();
    private final Map<Happening, Integer> happenings = new LinkedHashMap<>();
    private final List<Happening> byNumber = new ArrayList<>();

    StateGraph(ProcessNet net, NetData data, Asides asides) {
        this.net = net;
        this.data = data;
        this.asides = asides;
        add(null);
        add(null);
    }

    private int add(int[] marking) {
        markings.add(marking);
        edges.add(new ArrayList<>());
        refused.add(false);
        return markings.size() - 1;
    }

    /** The number of a marking, a new one where it was not seen before. */
    int number(int[] marking) {
        return numbers.computeIfAbsent(new Key(marking), none -> add(marking));
    }

    void connect(int from, int to, Moves.Pace pace, List<Happening> happened) {
        int[] what = happened.stream().mapToInt(this::number).toArray();
        edges.get(from).add(new Edge(from, to, pace, what));
    }

    private int number(Happening happening) {
        return happenings.computeIfAbsent(happening, fresh -> {
            byNumber.add(fresh);
            return byNumber.size() - 1;
        });
    }

    void refuse(int state, Refusal refusal) {
        refused.set(state, true);
        refusals.add(refusal);
        pilesUp |= refusal.kind == Refusal.Kind.HEAP;
    }

    int size() {
        return markings.size();
    }

    List<Edge> from(int state) {
        return edges.get(state);
    }

    boolean isRefused(int state) {
        return refused.get(state);
    }

    List<Happening> happenings() {
        return byNumber;
    }

    int[] key(int state) {
        return markings.get(state);
    }

    /** Null before the beginning and after the end. */
    Marking marking(int state) {
        return markings.get(state) == null ? null : Marking.read(markings.get(state), net.scopes);
    }

    /** Nothing is left but what stands beside the procedure. */
    boolean isOverButAsides(int state) {
        return markings.get(state) != null && asides.isOver(marking(state));
    }

    /** All that write what the flow's condition tests say which values they write. */
    boolean certain(Flow flow) {
        return flow.condition() != null
                && data.at(flow.from().scope, flow.condition().variable()).certain;
    }

    /** Nothing goes on there but by a person, a time or a message. */
    boolean isResting(int state) {
        return markings.get(state) != null
                && edges.get(state).stream().allMatch(edge -> edge.pace() == Moves.Pace.OUTSIDE)
                && !isRefused(state);
    }
}
