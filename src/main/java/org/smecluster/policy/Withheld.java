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
     * @param counts none negative; zero is a small count like another, for it changes to one
     */
    public static Told parts(List<Integer> counts) {
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
        while (!hidden.isEmpty() && canBeReckoned(counts, hidden) && beside < next.size()) {
            hidden.add(next.get(beside++));
        }
        boolean totalHidden = total < LEAST || !hidden.isEmpty() && canBeReckoned(counts, hidden);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            cells.add(!hidden.contains(i) ? counts.get(i) + "件" : counts.get(i) < LEAST ? SMALL + "件" : BESIDE);
        }
        return new Told(List.copyOf(cells), total < LEAST ? SMALL + "件" : totalHidden ? BESIDE : total + "件");
    }

    /** Whether the sum of what is withheld and what is said of each leave one value only for a small one. */
    private static boolean canBeReckoned(List<Integer> counts, TreeSet<Integer> hidden) {
        int sum = hidden.stream().mapToInt(counts::get).sum();
        long beside = hidden.stream().filter(i -> counts.get(i) >= LEAST).count();
        long small = hidden.size() - beside;
        long least = Math.max(0, beside > 0 ? 0 : sum - (small - 1) * (LEAST - 1));
        long most = Math.min(LEAST - 1, sum - beside * LEAST);
        return least >= most;
    }

    /** A count that is no part of a total that is told. */
    public static String alone(int count) {
        return count < LEAST ? SMALL + "件" : count + "件";
    }
}
