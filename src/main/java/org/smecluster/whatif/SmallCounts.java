package org.smecluster.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which numbers of a table a reader may see who must not learn of a single cluster. Numbers of fewer than five clusters are
 * left out, nought among them: where a city has one cluster, nought tells as much of it as one. And so many others, the smallest
 * first, that each of the small ones can still be anything from nought to four for whoever knows what they all come to.
 */
public final class SmallCounts {

    /** Of clusters. */
    static final int FEWEST = 5;

    /** What is shown of a number. */
    public enum Shown {
        NUMBER("显示"),
        FEW("少于5"),
        /** Left out because of another. */
        REST("不显示");

        private final String label;

        Shown(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param cases    how many
     * @param clusters of how many clusters
     */
    record Cell<K>(K key, int cases, int clusters) {

        boolean few() {
            return clusters < FEWEST;
        }
    }

    private SmallCounts() {}

    /**
     * @param cells each case in one of them; what they come to is known
     * @return by key, in their order
     */
    static <K> Map<K, Shown> of(List<Cell<K>> cells) {
        Set<Cell<K>> few = new LinkedHashSet<>(cells.stream().filter(Cell::few).toList());
        List<Cell<K>> others = new ArrayList<>(cells.stream()
                .filter(cell -> !cell.few())
                .sorted(Comparator.comparingInt(Cell::cases))
                .toList());
        Set<Cell<K>> rest = new LinkedHashSet<>();
        boolean hidden = few.isEmpty() || isHidden(few, rest, others);
        while (!hidden && !others.isEmpty()) {
            rest.add(others.remove(0));
            hidden = isHidden(few, rest, others);
        }
        // that everything but the last was not enough would tell how large the others are
        hidden &= rest.size() < 2 || !others.isEmpty();
        Map<K, Shown> shown = new LinkedHashMap<>();
        for (Cell<K> cell : cells) {
            shown.put(
                    cell.key(),
                    !hidden || rest.contains(cell) ? Shown.REST : few.contains(cell) ? Shown.FEW : Shown.NUMBER);
        }
        return shown;
    }

    /** Whether a small one, whichever, can be nought and can be four, for all that the reader knows of the others. */
    private static <K> boolean isHidden(Set<Cell<K>> few, Set<Cell<K>> rest, List<Cell<K>> shown) {
        int most = FEWEST - 1;
        long together = sum(few) + sum(rest);
        boolean four = together - most >= (long) FEWEST * rest.size();
        // what is left out beside is known to be no more than the smallest that is shown
        boolean nought = !rest.isEmpty() && shown.isEmpty()
                || together
                        <= (long) most * (few.size() - 1)
                                + (shown.isEmpty() ? 0 : (long) shown.get(0).cases() * rest.size());
        return four && nought;
    }

    private static <K> long sum(Set<Cell<K>> cells) {
        return cells.stream().mapToLong(Cell::cases).sum();
    }
}
