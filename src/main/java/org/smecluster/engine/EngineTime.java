package org.smecluster.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** Instants as the engine reads them. */
public final class EngineTime {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private EngineTime() {}

    /** For a timer's variable: ISO date-time with the offset of Asia/Shanghai. */
    public static String iso(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(ZONE));
    }

    /** The moment at which the day is over, for a timer's variable. */
    public static String isoAfter(LocalDate lastDay) {
        return iso(lastDay.plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    static LocalTime timeOfDay(Instant instant) {
        return instant.atZone(ZONE).toLocalTime();
    }

    /** A period over at 24:00 is shown as due in the last second of its last day. */
    static Date lastMomentBefore(Instant over) {
        return Date.from(over.minusSeconds(1));
    }
}
