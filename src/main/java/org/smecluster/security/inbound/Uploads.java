package org.smecluster.security.inbound;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** Keeps uploads from taking all threads, the heap and the disk: so many per session, so many worked on at once. */
final class Uploads {

    /** What stands for a session where there is none: all objections that arrive. */
    static final String OBJECTIONS = "";

    private final int perSession;
    private final int objections;
    private final Map<String, Integer> bySession = new HashMap<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Uploads(int perSession, int objections, int atOnce) {
        this.perSession = perSession;
        this.objections = objections;
        this.free = atOnce;
    }

    /** @return false if the session is sending as many already */
    synchronized boolean begin(String session) {
        if (bySession.getOrDefault(session, 0) >= (session.equals(OBJECTIONS) ? objections : perSession)) {
            return false;
        }
        bySession.merge(session, 1, Integer::sum);
        return true;
    }

    synchronized void end(String session) {
        bySession.computeIfPresent(session, (id, sending) -> sending == 1 ? null : sending - 1);
    }

    /** @return whether it may be worked on now; otherwise {@code later} is called when it may */
    synchronized boolean enter(Runnable later) {
        if (free > 0) {
            free--;
            return true;
        }
        waiting.add(later);
        return false;
    }

    synchronized void giveUp(Runnable later) {
        waiting.remove(later);
    }

    void leave() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
            }
        }
        if (next != null) {
            next.run();
        }
    }
}
