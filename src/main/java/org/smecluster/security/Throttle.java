package org.smecluster.security;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How often the public may do something within an hour. Counted where guesses of passwords are: a restart forgets nothing, and
 * all nodes count together. To be asked outside of transactions, so that nobody waits for another's.
 */
@Component
public class Throttle {

    private final LoginCounts counts;

    Throttle(LoginCounts counts) {
        this.counts = counts;
    }

    /**
     * Counts one more.
     *
     * @param kind what is done, e.g. {@code objection}
     * @param of by whom, or to what: kept as a digest only
     * @param most within an hour
     * @return when it may be done again; empty where it may be done now
     */
    public Optional<Instant> take(String kind, String of, int most) {
        LoginCounts.Count count = counts.add(LoginCounts.key(kind, of));
        return count.guesses() > most ? Optional.of(count.until()) : Optional.empty();
    }

    /** What was counted does not count. */
    public void takeBack(String kind, String of) {
        counts.takeBack(LoginCounts.key(kind, of));
    }

    /** What the present request came from: an IPv4 address, or the network of an IPv6 one; empty without a request. */
    public static String network() {
        return Origin.network();
    }
}
