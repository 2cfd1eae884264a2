package org.smecluster.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.whatif.SmallCounts.Shown.FEW;
import static org.smecluster.whatif.SmallCounts.Shown.NUMBER;
import static org.smecluster.whatif.SmallCounts.Shown.REST;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.whatif.SmallCounts.Cell;
import org.smecluster.whatif.SmallCounts.Shown;

@DisplayName("少于5的数不显示，也推算不出来")
class SmallCountsTest {

    private static List<Cell<Integer>> cells(List<Integer> counts) {
        return IntStream.range(0, counts.size())
                .mapToObj(i -> new Cell<>(i, counts.get(i), counts.get(i)))
                .toList();
    }

    private static List<Shown> shown(Integer... counts) {
        return List.copyOf(SmallCounts.of(cells(List.of(counts))).values());
    }

    @Test
    @DisplayName("4个不显示，5个显示；0个与1个一样不显示")
    void fewest() {
        assertThat(shown(5, 6, 7)).containsExactly(NUMBER, NUMBER, NUMBER);
        assertThat(shown(4, 6, 60)).containsExactly(FEW, REST, NUMBER);
        assertThat(shown(0, 9, 60)).containsExactly(FEW, REST, NUMBER);
        assertThat(shown(1, 9, 60)).containsExactly(FEW, REST, NUMBER);
    }

    @Test
    @DisplayName("案件多而集群少的，也不显示：一个集群有六件案件，不能因此露出来")
    void clustersCount() {
        assertThat(SmallCounts.of(List.of(new Cell<>("一个集群的六件", 6, 1), new Cell<>("其余", 60, 40)))
                        .values())
                .containsExactly(FEW, REST);
    }

    @Test
    @DisplayName("怎样也藏不住的，一个数都不显示，也看不出哪个少于5")
    void tooFewAltogether() {
        assertThat(shown(1, 5)).containsExactly(REST, REST);
    }

    /** Knows what they come to, which markers stand where, and this very program. */
    @ParameterizedTest(name = "{0}个数，每个至多{1}")
    @CsvSource({"2,18", "3,14", "4,11"})
    @DisplayName("知道合计、知道规则、能把所有可能逐一试出来的人：“少于5”的仍至少有三种可能，“不显示”的算不出来")
    void whoKnowsTheRules(int cells, int most) {
        Map<Object, List<List<Integer>>> alike = new HashMap<>();
        for (List<Integer> counts : all(cells, most)) {
            Map<Integer, Shown> shown = SmallCounts.of(cells(counts));
            List<Object> seen = new ArrayList<>();
            seen.add(counts.stream().mapToInt(Integer::intValue).sum());
            shown.forEach((i, marker) -> seen.add(marker == NUMBER ? counts.get(i) : marker));
            alike.computeIfAbsent(seen, key -> new ArrayList<>()).add(counts);
        }
        List<String> told = new ArrayList<>();
        int looked = 0;
        for (Collection<List<Integer>> candidates : alike.values()) {
            List<Integer> first = candidates.iterator().next();
            if (first.stream().mapToInt(Integer::intValue).sum() < SmallCounts.FEWEST) {
                // is shown to nobody
                continue;
            }
            Map<Integer, Shown> shown = SmallCounts.of(cells(first));
            // beyond the edge of what is tried out there are more
            boolean edge = candidates.stream().anyMatch(each -> each.contains(most));
            for (int i = 0; i < cells && !edge; i++) {
                int place = i;
                boolean few = shown.get(i) == FEW;
                if (few || candidates.stream().anyMatch(each -> each.get(place) < SmallCounts.FEWEST)) {
                    Set<Integer> possible = new TreeSet<>(
                            candidates.stream().map(each -> each.get(place)).toList());
                    looked++;
                    if (possible.size() < (few ? 3 : 2)) {
                        told.add(candidates + " " + possible);
                    }
                }
            }
        }
        assertThat(looked).isPositive();
        assertThat(told).isEmpty();
    }

    private static List<List<Integer>> all(int cells, int most) {
        List<List<Integer>> all = List.of(List.of());
        for (int i = 0; i < cells; i++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> each : all) {
                for (int next = 0; next <= most; next++) {
                    List<Integer> one = new ArrayList<>(each);
                    one.add(next);
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }
}
