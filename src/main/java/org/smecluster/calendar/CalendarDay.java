package org.smecluster.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A row of the holiday table.
 *
 * @param source the notice it comes from
 * @param enteredBy user id
 */
public record CalendarDay(
        LocalDate day, DayKind kind, String name, String source, String enteredBy, Instant enteredAt) {}
