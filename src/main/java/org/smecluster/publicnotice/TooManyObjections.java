package org.smecluster.publicnotice;

import java.time.Instant;

/** One was not taken, or not looked up, for there were too many from the same place. */
public class TooManyObjections extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant again;
    private final boolean inTime;

    TooManyObjections(Instant again, boolean inTime) {
        super("not before " + again);
        this.again = again;
        this.inTime = inTime;
    }

    /** When the next is taken. */
    public Instant again() {
        return again;
    }

    /** Whether that is before the period is over. */
    public boolean inTime() {
        return inTime;
    }
}
