package org.smecluster.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The days that differ from Monday to Friday, and the years whose arrangement has been announced.
 *
 * @param days exceptions by date; a date without one follows its day of the week
 * @param announcedYears years that the State Council's notice covers
 */
public record HolidayTable(Map<LocalDate, DayKind> days, Set<Integer> announcedYears) {

    public HolidayTable {
        days = Map.copyOf(days);
        announcedYears = Set.copyOf(announcedYears);
    }
}
