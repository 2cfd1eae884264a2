package org.smecluster.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The end of a period.
 *
 * @param lastDay the last day on which the act is in time
 * @param over the instant at which the period is over: 24:00 of the last day in Shanghai
 * @param provisional whether the period touches a year that has not been announced
 */
public record Deadline(LocalDate lastDay, Instant over, boolean provisional) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public Deadline {
        if (!over.equals(midnightAfter(lastDay))) {
            throw new IllegalArgumentException("A period that ends on " + lastDay + " is not over at " + over);
        }
    }

    static Deadline endOf(LocalDate lastDay, boolean provisional) {
        return new Deadline(lastDay, midnightAfter(lastDay), provisional);
    }

    /** The last day of a period that is over at the instant given. */
    public static LocalDate lastDayBefore(Instant over) {
        return over.minusMillis(1).atZone(ZONE).toLocalDate();
    }

    private static Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
