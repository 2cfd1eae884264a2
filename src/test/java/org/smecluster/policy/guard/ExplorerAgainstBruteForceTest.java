package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code -Dnets=…} tries more, {@code -Dnets.seed=…} others. */
@DisplayName("Small processes drawn at random do what brute force says, and nothing else")
class ExplorerAgainstBruteForceTest {

    private static final int NETS = Integer.getInteger("nets", 1_000);
    private static final long SEED = Long.getLong("nets.seed", 20261130L);
    private static final int LENGTH = 5;

    @Test
    @DisplayName("The same tasks together, the same sequences, ends, refusals and heaps")
    void same() {
        int compared = 0;
        int piling = 0;
        int refusing = 0;
        for (long seed = SEED; seed < SEED + NETS; seed++) {
            RandomNet net = new RandomNet(seed);
            BruteForce brute = new BruteForce(net);
            if (brute.tooLarge) {
                continue;
            }
            StateGraph graph = explored(net);
            String what = "seed " + seed + "\n" + net;
            assertThat(graph.incomplete).as(what).isNull();
            assertThat(graph.pilesUp).as(what).isEqualTo(brute.piles);
            if (brute.piles) {
                piling++;
                continue;
            }
            assertThat(refusedAt(graph)).as(what).isEqualTo(brute.refusedAt);
            assertThat(resting(graph)).as(what).isEqualTo(brute.resting);
            assertThat(ends(graph)).as(what).isEqualTo(brute.ends);
            assertThat(words(graph)).as(what).isEqualTo(brute.words(LENGTH));
            compared++;
            refusing += brute.refusedAt.isEmpty() ? 0 : 1;
        }
        assertThat(compared).isGreaterThan(NETS / 3);
        assertThat(piling).isGreaterThan(NETS / 100);
        assertThat(refusing).isGreaterThan(NETS / 20);
    }

    private static StateGraph explored(RandomNet net) {
        Law law = Law.shipped();
        return new Explored(
                        RunningModels.after(List.of(), net.files()),
                        law.producers(),
                        law.spokenOf(),
                        new Explorer.Bounds(100_000, 60_000))
                .graphs()
                .get("random");
    }

    private static Set<String> refusedAt(StateGraph graph) {
        Set<String> refused = new TreeSet<>();
        graph.refusals.forEach(refusal -> refused.add(refusal.node.id()));
        return refused;
    }

    private static Set<String> resting(StateGraph graph) {
        Set<String> resting = new TreeSet<>();
        for (int state = StateGraph.OVER + 1; state < graph.size(); state++) {
            if (graph.isResting(state)) {
                List<Integer> nodes = new ArrayList<>();
                graph.marking(state)
                        .tokens
                        .forEach(token -> nodes.add(Integer.valueOf(
                                graph.net.nodes.get(Marking.node(token)).id().substring(1))));
                nodes.sort(null);
                resting.add(nodes.toString());
            }
        }
        return resting;
    }

    private static boolean ends(StateGraph graph) {
        for (int state = 0; state < graph.size(); state++) {
            if (graph.from(state).stream().anyMatch(edge -> edge.to() == StateGraph.OVER)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(StateGraph graph) {
        Set<String> words = new TreeSet<>();
        words(graph, closed(graph, Set.of(StateGraph.BEFORE)), "", LENGTH, words);
        return words;
    }

    private static void words(StateGraph graph, Set<Integer> now, String word, int left, Set<String> words) {
        words.add(word);
        if (left == 0) {
            return;
        }
        Map<String, Set<Integer>> after = new HashMap<>();
        now.forEach(state -> graph.from(state).forEach(edge -> {
            String done = completed(graph, edge);
            if (done != null) {
                after.computeIfAbsent(done, none -> new LinkedHashSet<>()).add(edge.to());
            }
        }));
        after.forEach((task, states) -> words(graph, closed(graph, states), word + " " + task, left - 1, words));
    }

    private static Set<Integer> closed(StateGraph graph, Set<Integer> from) {
        Set<Integer> all = new LinkedHashSet<>(from);
        Deque<Integer> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            graph.from(open.poll()).stream()
                    .filter(edge -> completed(graph, edge) == null && all.add(edge.to()))
                    .forEach(edge -> open.add(edge.to()));
        }
        return all;
    }

    private static String completed(StateGraph graph, StateGraph.Edge edge) {
        for (int number : edge.happened()) {
            Happening happening = graph.happenings().get(number);
            if (happening.kind() == Happening.Kind.COMPLETED) {
                return happening.node().id();
            }
        }
        return null;
    }
}
