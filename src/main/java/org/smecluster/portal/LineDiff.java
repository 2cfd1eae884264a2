package org.smecluster.portal;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What differs between two texts, by lines. */
final class LineDiff {

    /** Lines of common text shown before and after a difference. */
    private static final int AROUND = 3;

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

    private static List<Line> all(List<String> before, List<String> after) {
        BitSet removed = new BitSet();
        BitSet added = new BitSet();
        // linear space: the plain algorithm needs memory by the square of what differs
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<String>())
                .getDeltas()) {
            mark(removed, delta.getSource());
            mark(added, delta.getTarget());
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (removed.get(i)) {
                lines.add(new Line(Kind.REMOVED, i + 1, null, before.get(i++)));
            } else if (added.get(j)) {
                lines.add(new Line(Kind.ADDED, null, j + 1, after.get(j++)));
            } else {
                lines.add(new Line(Kind.COMMON, i + 1, j + 1, before.get(i++)));
                j++;
            }
        }
        return lines;
    }

    private static void mark(BitSet differing, Chunk<String> chunk) {
        differing.set(chunk.getPosition(), chunk.getPosition() + chunk.size());
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
