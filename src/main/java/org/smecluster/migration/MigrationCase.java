package org.smecluster.migration;

import java.time.Instant;

/**
 * A case of a migration.
 *
 * @param triedAt when it was last tried; null before
 * @param trial what the trial came to; null before
 * @param settledAt null while it waits
 */
public record MigrationCase(
        RunningCases.Open open, State state, Instant triedAt, MoveResult trial, Instant settledAt, MoveResult outcome) {

    /** What became of it. */
    public enum State {
        WAITING,
        MOVED,
        LEFT
    }
}
