package org.smecluster.registry;

/** Rows that count; each is locked until the transaction that counted ends, so that a rollback leaves no gap. */
public interface Counters {

    /**
     * The counter's next value, 1 for a new counter. Takes part in the caller's transaction and fails without one.
     *
     * @param name e.g. {@code case:RD:2026}
     */
    int next(String name);
}
