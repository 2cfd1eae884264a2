package org.smecluster.engine;

import java.time.Instant;
import java.time.LocalDate;

/** What the engine needs of the calendar; the calendar package supplies it. */
@FunctionalInterface
public interface WorkingDayEnd {

    /** The last second of the working day that is {@code workingDays} after {@code start}; the start day does not count. */
    Instant after(LocalDate start, int workingDays);
}
