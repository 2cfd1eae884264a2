package org.smecluster.registry;

import org.springframework.stereotype.Service;

/** Hands out the numbers of cases, batches and rounds, without gaps, in the transaction of the case that bears the number. */
@Service
public class CaseNumbers {

    private static final int MOST_CASES = 99_999;
    private static final int MOST_BATCHES = 99;

    private final Counters counters;

    CaseNumbers(Counters counters) {
        this.counters = counters;
    }

    /** E.g. {@code NXJQ-2026-RD-00001}. */
    public String next(CaseKind kind, int year) {
        int number = atMost(MOST_CASES, counters.next("case:" + kind + ":" + year));
        return "NXJQ-%d-%s-%05d".formatted(year, kind, number);
    }

    /** E.g. {@code NXJQ-2026-PC-01}. */
    public String nextBatch(int year) {
        int number = atMost(MOST_BATCHES, counters.next("batch:" + year));
        return "NXJQ-%d-PC-%02d".formatted(year, number);
    }

    /** Of a round of reviews, e.g. {@code NXJQ-2029-LC-01}. */
    public String nextRound(int year) {
        int number = atMost(MOST_BATCHES, counters.next("round:" + year));
        return "NXJQ-%d-LC-%02d".formatted(year, number);
    }

    static int atMost(int most, int number) {
        if (number > most) {
            throw new IllegalStateException("All " + most + " numbers of this kind are used");
        }
        return number;
    }
}
