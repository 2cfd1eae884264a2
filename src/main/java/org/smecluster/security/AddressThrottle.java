package org.smecluster.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Refuses an address after many failed logins. The engine's own lock is by account: it does not stop somebody who
 * tries one password on every account, nor somebody who keeps others locked out.
 */
@Component
class AddressThrottle {

    private final Clock clock;
    private final int maxFailures;
    private final Duration window;
    private final Map<String, Deque<Instant>> failures = new HashMap<>();

    AddressThrottle(
            Clock clock,
            @Value("${smecluster.login.max-failures-per-address:30}") int maxFailures,
            @Value("${smecluster.login.address-window:10m}") Duration window) {
        this.clock = clock;
        this.maxFailures = maxFailures;
        this.window = window;
    }

    synchronized boolean refuses(String address) {
        forgetOld();
        return failures.getOrDefault(address, new ArrayDeque<>()).size() >= maxFailures;
    }

    synchronized void failed(String address) {
        failures.computeIfAbsent(address, nothing -> new ArrayDeque<>()).addLast(clock.instant());
    }

    private void forgetOld() {
        Instant start = clock.instant().minus(window);
        failures.values().forEach(times -> {
            while (!times.isEmpty() && !times.peekFirst().isAfter(start)) {
                times.removeFirst();
            }
        });
        failures.values().removeIf(Deque::isEmpty);
    }
}
