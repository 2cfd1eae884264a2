package org.smecluster.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The end of a period.
 *
 * @param lastDay the last day on which the act is in time
 * @param over the instant at which the period is over: 24:00 of the last day in Shanghai, 9:00 of a reminder's day
 * @param provisional whether the period touches a year that has not been announced
 */
public record Deadline(LocalDate lastDay, Instant over, boolean provisional) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");

    public Deadline {
        if (!over.equals(midnightAfter(lastDay)) && !over.equals(morningOf(lastDay))) {
            throw new IllegalArgumentException("A period that ends on " + lastDay + " is not over at " + over);
        }
    }

    static Deadline endOf(LocalDate lastDay, boolean provisional) {
        return new Deadline(lastDay, midnightAfter(lastDay), provisional);
    }

    static Deadline morningOf(LocalDate day, boolean provisional) {
        return new Deadline(day, morningOf(day), provisional);
    }

    /** The last day of a period that is over at the instant given. */
    public static LocalDate lastDayBefore(Instant over) {
        return over.minusMillis(1).atZone(ZONE).toLocalDate();
    }

    /** The hour at which it is over, as on screen: {@code 24:00}, {@code 9:00}. */
    public static String hour(Instant over) {
        return over.equals(midnightAfter(lastDayBefore(over))) ? "24:00" : HOUR.format(over.atZone(ZONE));
    }

    private static Instant morningOf(LocalDate day) {
        return day.atTime(MORNING).atZone(ZONE).toInstant();
    }

    private static Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
