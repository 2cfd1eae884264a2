package org.smecluster.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smecluster.policy.guard.WalkPlace.Possible;

@DisplayName("试走流程：不运行程序，按填写的结果往下走")
class ProcessWalkTest {

    private static final WalkDecisions NONE = (decision, inputs) -> Optional.empty();

    static Stream<String> processes() {
        RunningModels models = RunningModels.after(Changed.all(), List.of());
        return models.processes().stream().map(ModelProcess::id).sorted();
    }

    private static ProcessWalk walk(String process) {
        return ProcessWalk.of(Changed.all(), List.of(), process, NONE).orElseThrow();
    }

    private static Set<String> ends(String process) {
        Set<String> ends = new TreeSet<>();
        RunningModels.after(Changed.all(), List.of())
                .processes()
                .stream()
                .filter(each -> each.id().equals(process))
                .forEach(each -> each.nodes().stream()
                        .filter(node -> node.name().equals("endEvent"))
                        .forEach(node -> ends.add(ModelProcess.called(node))));
        return ends;
    }

    @ParameterizedTest
    @MethodSource("processes")
    @DisplayName("每个流程都能走到每一个结束，每一步的表单都有")
    void reachesEachEnd(String process) {
        long t = System.nanoTime();
        ProcessWalk walk = walk(process);
        Set<String> wanted = ends(process);
        Set<String> reached = new TreeSet<>();
        Set<Object> seen = new HashSet<>();
        Deque<List<WalkAnswer>> waiting = new ArrayDeque<>(List.of(List.of()));
        int n = 0;
        while (!waiting.isEmpty() && !reached.containsAll(wanted)) {
            List<WalkAnswer> answers = waiting.poll();
            WalkPlace place = walk.follow(answers);
            n++;
            assertThat(place.followed()).isEqualTo(answers.size());
            assertThat(place.stopped()).as("after %s", place.passages()).isNull();
            place.ended().forEach(end -> reached.add(end.replaceFirst("（.*", "")));
            if (walk.key != null && !seen.add(Arrays.toString(walk.key))) {
                continue;
            }
            for (WalkAnswer next : answers(walk, place)) {
                List<WalkAnswer> more = new ArrayList<>(answers);
                more.add(next);
                waiting.add(more);
            }
        }
        System.out.println(process + " " + n + " " + (System.nanoTime() - t) / 1000000);
        assertThat(reached).containsAll(wanted);
    }

    /** Everything that a person could do there. */
    private static List<WalkAnswer> answers(ProcessWalk walk, WalkPlace place) {
        List<WalkAnswer> all = new ArrayList<>();
        for (int i = 0; i < place.possible().size(); i++) {
            Possible possible = place.possible().get(i);
            if (possible.form() == null) {
                possible.ways().forEach(way -> all.add(WalkAnswer.of(possible.element(), way.number(), possible.kind() == WalkPlace.Kind.CALLED)));
                continue;
            }
            assertThat(walk.form(possible.form())).as(possible.label()).isNotNull();
            List<Map<String, Object>> values = List.of(Map.of());
            for (FormInput input : FormInput.all(Json.read(walk.form(possible.form())).orElseThrow())) {
                if (possible.decides().containsKey(input.key())) {
                    values = each(values, input.key(), options(input));
                }
            }
            List<Map<String, Integer>> picks = List.of(Map.of());
            for (WalkPlace.Ask ask : possible.asks()) {
                picks = each(picks, ask.variable(), Stream.iterate(0, k -> k + 1).limit(ask.values().size()).toList());
            }
            for (Map<String, Object> value : values) {
                for (Map<String, Integer> pick : picks) {
                    walk.answer(i, value, pick).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static List<Object> options(FormInput input) {
        return input.type().equals("checkbox") ? List.of(true, false) : List.copyOf(input.codes());
    }

    private static <T> List<Map<String, T>> each(List<Map<String, T>> before, String name, List<T> values) {
        List<Map<String, T>> more = new ArrayList<>();
        for (Map<String, T> one : before) {
            for (T value : values) {
                Map<String, T> with = new LinkedHashMap<>(one);
                with.put(name, value);
                more.add(with);
            }
        }
        return more;
    }

    @Test
    @DisplayName("看一看")
    void look() {
        for (String process : List.of("changeFiling", "clusterRecognition", "revocation")) {
            ProcessWalk walk = walk(process);
            List<WalkAnswer> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                WalkPlace place = walk.follow(answers);
                System.out.println(place.passages().isEmpty() ? "" : place.passages().get(place.passages().size() - 1));
                System.out.println(place.stopped() + " " + place.ended() + place.over());
                place.possible().forEach(p -> System.out.println("  ? " + p));
                List<WalkAnswer> next = answers(walk, place);
                if (next.isEmpty()) break;
                answers.add(next.get(0));
            }
        }
    }
}
