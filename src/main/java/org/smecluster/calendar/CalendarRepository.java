package org.smecluster.calendar;

import java.time.LocalDate;
import java.util.List;

/** The holiday table as stored; written within the caller's transaction. */
public interface CalendarRepository {

    HolidayTable table();

    /** By date. */
    List<CalendarDay> days(int year);

    /** By year. */
    List<AnnouncedYear> announcedYears();

    /** The years that have rows, announced or not. */
    List<Integer> yearsWithDays();

    /** Enters the row or replaces the one of its date. */
    void put(CalendarDay day);

    void remove(LocalDate day);

    void announce(AnnouncedYear year);

    void withdraw(int year);

    /** Makes a second change of the calendar wait until the transaction ends. */
    void lock();
}
