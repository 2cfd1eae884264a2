package org.smecluster.policy.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that a {@link RandomNet} may do, token by token with all values, forgetting nothing: written anew, by the rules of the
 * engine alone, to hold the explorer against.
 */
final class BruteForce {

    private static final int HEAP = 3;
    private static final int MOST = 60_000;

    /** Neither null nor a value: nobody has written it. */
    private static final String UNSET = "?";

    /** @param come tokens that have come to a node; {@code there}: that wait at it */
    private record State(List<Integer> come, List<Integer> there, String flag, String code) {}

    /** @param did the task that was completed; null where none was */
    private record Step(Integer did, State to) {}

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
    }

    final Set<String> resting = new TreeSet<>();
    final Set<String> refusedAt = new TreeSet<>();
    boolean piles;
    boolean ends;
    boolean tooLarge;

    private final RandomNet net;
    private final Map<State, List<Step>> steps = new HashMap<>();
    private final State first;

    BruteForce(RandomNet net) {
        this.net = net;
        State begun = null;
        try {
            begun = leave(new State(List.of(), List.of(), UNSET, UNSET), 0);
        } catch (Refused never) {
            throw new IllegalStateException(never);
        }
        first = begun;
        Deque<State> open = new ArrayDeque<>(List.of(first));
        steps.put(first, List.of());
        while (!open.isEmpty() && !tooLarge) {
            State state = open.poll();
            List<Step> next = next(state);
            steps.put(state, next);
            for (Step step : next) {
                if (steps.putIfAbsent(step.to(), List.of()) == null) {
                    open.add(step.to());
                }
            }
            tooLarge = steps.size() > MOST;
        }
    }

    /** All sequences of completed tasks up to a length. */
    Set<String> words(int length) {
        Set<String> words = new TreeSet<>();
        Set<State> now = closed(Set.of(first));
        words(now, "", length, words);
        return words;
    }

    private void words(Set<State> now, String word, int left, Set<String> words) {
        words.add(word);
        if (left == 0) {
            return;
        }
        Map<Integer, Set<State>> after = new HashMap<>();
        now.forEach(state -> steps.get(state).stream()
                .filter(step -> step.did() != null)
                .forEach(step -> after.computeIfAbsent(step.did(), none -> new LinkedHashSet<>())
                        .add(step.to())));
        after.forEach((task, states) -> words(closed(states), word + " n" + task, left - 1, words));
    }

    private Set<State> closed(Set<State> from) {
        Set<State> all = new LinkedHashSet<>(from);
        Deque<State> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            steps.get(open.poll()).stream()
                    .filter(step -> step.did() == null && all.add(step.to()))
                    .forEach(step -> open.add(step.to()));
        }
        return all;
    }

    private List<Step> next(State state) {
        List<Step> next = new ArrayList<>();
        boolean refused = false;
        for (int node : Set.copyOf(state.come())) {
            try {
                next.add(new Step(null, come(state, node)));
            } catch (Refused stopped) {
                refused = true;
            }
        }
        if (!state.come().isEmpty()) {
            return next;
        }
        Set<Integer> tasks = new TreeSet<>(state.there());
        tasks.removeIf(node -> net.nodes.get(node) != RandomNet.Kind.TASK);
        for (int task : tasks) {
            for (String flag :
                    net.fields.get(task).contains(RandomNet.FLAG) ? List.of("T", "F") : List.of(state.flag())) {
                for (String code :
                        net.fields.get(task).contains(RandomNet.CODE) ? List.of("A", "B", "") : List.of(state.code())) {
                    try {
                        State done = new State(state.come(), without(state.there(), task), flag, code);
                        next.add(new Step(task, leave(done, task)));
                    } catch (Refused stopped) {
                        refused = true;
                    }
                }
            }
        }
        if (state.there().isEmpty()) {
            ends = true;
        } else if (!refused) {
            resting.add(state.there().toString());
        }
        return next;
    }

    private State come(State state, int node) throws Refused {
        State taken = new State(without(state.come(), node), state.there(), state.flag(), state.code());
        return switch (net.nodes.get(node)) {
            case TASK -> new State(taken.come(), with(taken.there(), node), state.flag(), state.code());
            case END -> taken;
            case PARALLEL, INCLUSIVE -> join(taken, node);
            default -> leave(taken, node);
        };
    }

    private State join(State state, int node) throws Refused {
        List<Integer> there = with(state.there(), node);
        long waiting = there.stream().filter(each -> each == node).count();
        int expected = Math.max(1, net.incoming(node));
        boolean goes = net.nodes.get(node) == RandomNet.Kind.PARALLEL
                ? waiting == expected
                : waiting >= expected || !mayCome(state, node);
        if (!goes) {
            return new State(state.come(), there, state.flag(), state.code());
        }
        List<Integer> others = there.stream().filter(each -> each != node).toList();
        return leave(new State(state.come(), others, state.flag(), state.code()), node);
    }

    /** A token elsewhere could get to the join. */
    private boolean mayCome(State state, int join) {
        List<Integer> tokens = new ArrayList<>(state.come());
        state.there().stream().filter(node -> node != join).forEach(tokens::add);
        Set<Integer> reached = new LinkedHashSet<>();
        Deque<Integer> open = new ArrayDeque<>(tokens);
        while (!open.isEmpty()) {
            int node = open.poll();
            if (node == join) {
                return true;
            }
            if (reached.add(node)) {
                net.ways.get(node).forEach(way -> open.add(way.to()));
            }
        }
        return false;
    }

    private State leave(State state, int node) throws Refused {
        List<Integer> come = new ArrayList<>(state.come());
        for (RandomNet.Way way : taken(state, node)) {
            come = with(come, way.to());
            int to = way.to();
            long heap = come.stream().filter(each -> each == to).count()
                    + state.there().stream().filter(each -> each == to).count();
            boolean join =
                    net.nodes.get(to) == RandomNet.Kind.PARALLEL || net.nodes.get(to) == RandomNet.Kind.INCLUSIVE;
            if (heap > Math.max(HEAP, join && net.incoming(to) > 1 ? net.incoming(to) : 0)) {
                piles = true;
                throw new Refused();
            }
        }
        return new State(List.copyOf(come), state.there(), state.flag(), state.code());
    }

    private List<RandomNet.Way> taken(State state, int node) throws Refused {
        List<RandomNet.Way> all = net.ways.get(node);
        RandomNet.Kind kind = net.nodes.get(node);
        if (kind == RandomNet.Kind.PARALLEL) {
            return all;
        }
        List<RandomNet.Way> taken = new ArrayList<>();
        for (RandomNet.Way way : all) {
            if (!way.byDefault() && holds(state, way.condition(), node)) {
                taken.add(way);
                if (kind == RandomNet.Kind.EXCLUSIVE) {
                    return taken;
                }
            }
        }
        if (taken.isEmpty() && !all.isEmpty()) {
            all.stream().filter(RandomNet.Way::byDefault).forEach(taken::add);
            if (taken.isEmpty()) {
                refusedAt.add("n" + node);
                throw new Refused();
            }
        }
        return taken;
    }

    private boolean holds(State state, String condition, int node) throws Refused {
        if (condition == null) {
            return true;
        }
        String value = condition.contains(RandomNet.FLAG) ? state.flag() : state.code();
        if (value.equals(UNSET)) {
            refusedAt.add("n" + node);
            throw new Refused();
        }
        return switch (condition) {
            case "flag", "flag == true" -> value.equals("T");
            case "!flag", "flag == false" -> value.equals("F");
            case "code == 'A'" -> value.equals("A");
            case "code == 'B'" -> value.equals("B");
            case "code != 'B'" -> !value.equals("B");
            case "code == null" -> value.isEmpty();
            default -> throw new IllegalStateException(condition);
        };
    }

    private static List<Integer> with(List<Integer> tokens, int node) {
        List<Integer> more = new ArrayList<>(tokens);
        more.add(node);
        more.sort(null);
        return more;
    }

    private static List<Integer> without(List<Integer> tokens, int node) {
        List<Integer> fewer = new ArrayList<>(tokens);
        fewer.remove((Integer) node);
        return fewer;
    }
}
