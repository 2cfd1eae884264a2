package org.smecluster.portal;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, by lines. */
final class LineDiff {

    /** Lines of common text shown before and after a difference. */
    private static final int AROUND = 3;

    /** Beyond this many pairs of lines, what lies between the common head and tail counts as replaced as a whole. */
    private static final long COMPARED = 16_000_000;

    enum Kind {
        COMMON,
        REMOVED,
        ADDED,
        /** Common lines that are not shown. */
        GAP
    }

    /** @param before its line number in the old text, counted from 1; null where it is not in it; so {@code after} */
    record Line(Kind kind, Integer before, Integer after, String text) {}

    private LineDiff() {}

    /** Empty where the texts have the same lines. */
    static List<Line> of(String before, String after) {
        return nearDifferences(all(before.lines().toList(), after.lines().toList()));
    }

    private static List<Line> all(List<String> a, List<String> b) {
        int head = 0;
        while (head < Math.min(a.size(), b.size()) && a.get(head).equals(b.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(a.size(), b.size()) - head
                && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            lines.add(new Line(Kind.COMMON, i + 1, i + 1, a.get(i)));
        }
        compare(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), head, lines);
        for (int i = tail; i > 0; i--) {
            lines.add(new Line(Kind.COMMON, a.size() - i + 1, b.size() - i + 1, a.get(a.size() - i)));
        }
        return lines;
    }

    /** @param offset lines before the first of either */
    private static void compare(List<String> a, List<String> b, int offset, List<Line> lines) {
        boolean comparable = (long) a.size() * b.size() <= COMPARED;
        int[][] common = comparable ? longestCommon(a, b) : null;
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            boolean both = i < a.size() && j < b.size();
            if (comparable && both && a.get(i).equals(b.get(j))) {
                lines.add(new Line(Kind.COMMON, offset + i + 1, offset + j + 1, a.get(i)));
                i++;
                j++;
            } else if (i < a.size() && (!comparable || !both || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Kind.REMOVED, offset + i + 1, null, a.get(i)));
                i++;
            } else {
                lines.add(new Line(Kind.ADDED, null, offset + j + 1, b.get(j)));
                j++;
            }
        }
    }

    /** At [i][j] the length of the longest common sequence of what begins at i and at j. */
    private static int[][] longestCommon(List<String> a, List<String> b) {
        int[][] length = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                length[i][j] = a.get(i).equals(b.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }

    private static List<Line> nearDifferences(List<Line> all) {
        boolean[] shown = new boolean[all.size()];
        int lastShown = -1;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind() != Kind.COMMON) {
                for (int near = Math.max(0, i - AROUND); near <= Math.min(all.size() - 1, i + AROUND); near++) {
                    shown[near] = true;
                    lastShown = near;
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (shown[i]) {
                if (i > 0 && !shown[i - 1]) {
                    lines.add(new Line(Kind.GAP, null, null, "…"));
                }
                lines.add(all.get(i));
                if (i == lastShown && i < all.size() - 1) {
                    lines.add(new Line(Kind.GAP, null, null, "…"));
                }
            }
        }
        return lines;
    }
}
