package org.smecluster.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Time and statements of what is done under a name, again and again. */
public final class Stopwatch {

    /** One time. */
    record Lap(long nanos, long statements) {}

    private final Map<String, List<Lap>> laps = new LinkedHashMap<>();

    public <T> T time(String name, Supplier<T> work) {
        long sent = Statements.sent();
        long began = System.nanoTime();
        Statements.of(name);
        T done = work.get();
        Statements.of("between");
        laps.computeIfAbsent(name, each -> new ArrayList<>())
                .add(new Lap(System.nanoTime() - began, Statements.sent() - sent));
        return done;
    }

    void forget() {
        laps.clear();
    }

    Iterable<String> names() {
        return laps.keySet();
    }

    double medianMillis(String name) {
        return median(laps.get(name).stream().map(Lap::nanos).toList()) / 1e6;
    }

    long medianStatements(String name) {
        return median(laps.get(name).stream().map(Lap::statements).toList());
    }

    double seconds() {
        return laps.values().stream()
                        .flatMap(List::stream)
                        .mapToLong(Lap::nanos)
                        .sum()
                / 1e9;
    }

    long statements() {
        return laps.values().stream()
                .flatMap(List::stream)
                .mapToLong(Lap::statements)
                .sum();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
