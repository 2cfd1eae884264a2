package org.smecluster.policy.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of a list stand elsewhere among the others than before. */
final class Order {

    private Order() {}

    /** The fewest that have to be moved; of those alone that are in both lists. */
    static Set<String> moved(List<String> before, List<String> after) {
        Map<String, Integer> places = new HashMap<>();
        before.forEach(each -> places.putIfAbsent(each, places.size()));
        List<String> common =
                after.stream().filter(places::containsKey).distinct().toList();
        int[] was = common.stream().mapToInt(places::get).toArray();
        int[] length = new int[was.length];
        int[] previous = new int[was.length];
        int end = -1;
        for (int i = 0; i < was.length; i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (was[j] < was[i] && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            end = end < 0 || length[i] > length[end] ? i : end;
        }
        List<String> stay = new ArrayList<>();
        for (int i = end; i >= 0; i = previous[i]) {
            stay.add(common.get(i));
        }
        Set<String> moved = new HashSet<>(common);
        moved.removeAll(new HashSet<>(stay));
        return moved;
    }
}
