package org.smecluster.engine;

import java.util.Optional;

/** The task that the running command completes. */
public final class CompletedTask {

    private CompletedTask() {}

    /** Empty where it completes none. */
    public static Optional<String> id() {
        return Optional.ofNullable(QuickerColleague.inHand());
    }
}
