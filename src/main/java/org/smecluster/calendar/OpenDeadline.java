package org.smecluster.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A deadline that still runs.
 *
 * @param id row of the register
 * @param spec what runs, and where in the engine
 * @param dueAt the instant at which it is over, as last counted
 * @param provisional whether it was counted over a year not yet announced
 */
public record OpenDeadline(long id, DeadlineSpec spec, Instant dueAt, boolean provisional) {

    /** The last day in time, as last counted. */
    public LocalDate lastDay() {
        return Deadline.lastDayBefore(dueAt);
    }
}
