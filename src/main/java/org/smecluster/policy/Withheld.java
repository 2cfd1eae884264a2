package org.smecluster.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Counts of cases for people who may not see cases: what is below five is not told, nor what would let it be reckoned from the
 * others and their total.
 */
public final class Withheld {

    /** The least count that is told. */
    public static final int LEAST = 5;

    static final String SMALL = "少于" + LEAST;
    static final String BESIDE = "不单列";

    /** @param cells in the order of the counts */
    public record Told(List<String> cells, String total) {}

    private Withheld() {}

    /**
     * Parts of a whole: each once, together the total. What is withheld leaves at least two ways in which it could have been.
     *
     * @param counts none negative
     * @param least what a reader knows of each: 1 where what is empty is not listed, else 0
     */
    public static Told parts(List<Integer> counts, int least) {
        int total = counts.stream().mapToInt(Integer::intValue).sum();
        TreeSet<Integer> hidden = new TreeSet<>(IntStream.range(0, counts.size())
                .filter(i -> counts.get(i) < LEAST)
                .boxed()
                .toList());
        List<Integer> next = IntStream.range(0, counts.size())
                .filter(i -> counts.get(i) >= LEAST)
                .boxed()
                .sorted(Comparator.comparing(counts::get))
                .toList();
        int beside = 0;
        while (!hidden.isEmpty() && canBeReckoned(counts, least, hidden) && beside < next.size()) {
            hidden.add(next.get(beside++));
        }
        boolean totalHidden = total < LEAST || !hidden.isEmpty() && canBeReckoned(counts, least, hidden);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            cells.add(!hidden.contains(i) ? counts.get(i) + "件" : counts.get(i) < LEAST ? SMALL + "件" : BESIDE);
        }
        return new Told(List.copyOf(cells), total < LEAST ? SMALL + "件" : totalHidden ? BESIDE : total + "件");
    }

    /** Whether the sum of what is withheld, and what is said of each, leave one value only for a small one. */
    private static boolean canBeReckoned(List<Integer> counts, int least, TreeSet<Integer> hidden) {
        int sum = hidden.stream().mapToInt(counts::get).sum();
        int lowest = hidden.stream().mapToInt(i -> lowest(counts.get(i), least)).sum();
        boolean open = hidden.stream().anyMatch(i -> counts.get(i) >= LEAST);
        int highest = hidden.size() * (LEAST - 1);
        return hidden.stream().filter(i -> counts.get(i) < LEAST).anyMatch(i -> {
            int low = lowest(counts.get(i), least);
            int from = open ? low : Math.max(low, sum - (highest - (LEAST - 1)));
            int to = Math.min(LEAST - 1, sum - (lowest - low));
            return from >= to;
        });
    }

    /** What a reader knows of it at the least. */
    private static int lowest(int count, int least) {
        return count >= LEAST ? LEAST : Math.min(count, least);
    }

    /** A count that is no part of a total that is told. */
    public static String alone(int count) {
        return count < LEAST ? SMALL + "件" : count + "件";
    }
}
