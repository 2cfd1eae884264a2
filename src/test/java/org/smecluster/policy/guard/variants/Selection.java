package org.smecluster.policy.guard.variants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some of each kind, always the same: enough to touch every process, decision and form, few enough for every run. */
final class Selection {

    private Selection() {}

    /** At most so many of each kind, spread over what it applies to; of each kind another beginning. */
    static List<Catalogue.Entry> of(List<Catalogue.Entry> entries, int ofEachKind) {
        Map<String, List<Catalogue.Entry>> kinds = new LinkedHashMap<>();
        entries.forEach(entry ->
                kinds.computeIfAbsent(entry.kind(), kind -> new ArrayList<>()).add(entry));
        List<Catalogue.Entry> chosen = new ArrayList<>();
        int turn = 0;
        for (List<Catalogue.Entry> kind : kinds.values()) {
            int wanted = Math.min(ofEachKind, kind.size());
            for (int i = 0; i < wanted; i++) {
                int step = kind.size() / wanted;
                chosen.add(kind.get((i * step + turn * 5 % step) % kind.size()));
            }
            turn++;
        }
        return chosen;
    }
}
