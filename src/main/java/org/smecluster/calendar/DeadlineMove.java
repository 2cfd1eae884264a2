package org.smecluster.calendar;

import java.time.Instant;

/**
 * What a change of the calendar does to an open deadline.
 *
 * @param before as it stands in the register
 * @param after as it is counted with the changed calendar
 */
public record DeadlineMove(OpenDeadline before, Deadline after) {

    /** Whether the date itself moves, and not only its being provisional. */
    public boolean dateMoves() {
        return !before.dueAt().equals(after.over());
    }

    /** Whether the period, as newly counted, is over already. */
    public boolean overAt(Instant now) {
        return !after.over().isAfter(now);
    }
}
