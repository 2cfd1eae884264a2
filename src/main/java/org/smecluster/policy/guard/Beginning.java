package org.smecluster.policy.guard;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** For which values of an input a row was there and for which it was not. */
final class Beginning {

    private final String input;
    private final TreeSet<BigDecimal> there = new TreeSet<>();
    private final TreeMap<BigDecimal, Map<String, Object>> lacking = new TreeMap<>();

    /** @param input null where rows are there whatever the inputs */
    Beginning(String input) {
        this.input = input;
    }

    void add(Map<String, Object> point, boolean isThere) {
        if (input == null) {
            return;
        }
        // where no rule asks for it, all its values are one
        Object value = point.get(input);
        BigDecimal at = value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
        if (isThere) {
            there.add(at);
        } else {
            lacking.put(at, Map.copyOf(point));
        }
    }

    boolean lacks() {
        return !lacking.isEmpty();
    }

    /** Whether it is there from one value on, for all greater ones, and for none below. */
    boolean isLasting() {
        return !there.isEmpty() && lacking.lastKey().compareTo(there.first()) < 0;
    }

    /** Where it is lacking last. */
    Map<String, Object> last() {
        return lacking.lastEntry().getValue();
    }
}
