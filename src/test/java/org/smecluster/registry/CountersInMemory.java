package org.smecluster.registry;

import java.util.HashMap;
import java.util.Map;

/** Counters without a database. */
final class CountersInMemory implements Counters {

    private final Map<String, Integer> values = new HashMap<>();

    /** One that has counted so far already. */
    CountersInMemory at(String name, int value) {
        values.put(name, value);
        return this;
    }

    @Override
    public int next(String name) {
        return values.merge(name, 1, Integer::sum);
    }
}
