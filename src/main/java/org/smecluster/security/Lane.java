package org.smecluster.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many slow hashes are computed at a time, and how many wait, first come first served. Who finds no place is told so
 * at once: logins must never hold the threads that everybody works with.
 */
final class Lane {

    private static final int LONGEST_WAIT_SECONDS = 5;

    private final Semaphore running;
    private final Semaphore places;
    private final int placesOfOneAddress;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    Lane(int width, int queue, int placesOfOneAddress) {
        this.running = new Semaphore(width, true);
        this.places = new Semaphore(width + queue);
        this.placesOfOneAddress = placesOfOneAddress;
    }

    /** @throws LoginRefused where there is no place, of the whole lane or of this address */
    <T> T in(String address, Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw LoginRefused.busy();
        }
        try {
            if (taken.merge(address, 1, Integer::sum) > placesOfOneAddress) {
                throw LoginRefused.busy();
            }
            return inTurn(work);
        } finally {
            taken.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
            places.release();
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!running.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw LoginRefused.busy();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw LoginRefused.busy();
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }
}
