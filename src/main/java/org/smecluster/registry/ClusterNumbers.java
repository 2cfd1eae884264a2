package org.smecluster.registry;

import org.springframework.stereotype.Service;

/** Hands out cluster numbers, for life, without gaps within a county. */
@Service
public class ClusterNumbers {

    private static final int MOST_CLUSTERS = 9_999;

    private final Counters counters;

    ClusterNumbers(Counters counters) {
        this.counters = counters;
    }

    /**
     * E.g. {@code NXJQ-640221-0001}.
     *
     * @param countyCode 6 digits (GB/T 2260)
     */
    public String next(String countyCode) {
        if (!countyCode.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("not a county's code: " + countyCode);
        }
        int number = CaseNumbers.atMost(MOST_CLUSTERS, counters.next("cluster:" + countyCode));
        return "NXJQ-%s-%04d".formatted(countyCode, number);
    }
}
