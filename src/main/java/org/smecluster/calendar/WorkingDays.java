package org.smecluster.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Counts working days: Monday to Friday, changed by the rows of the holiday table. Where a year has not been announced
 * the holidays of fixed date are known all the same (全国年节及纪念日放假办法), those by the lunar calendar are not.
 */
public final class WorkingDays {

    private static final Set<MonthDay> FIXED_HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 2),
            MonthDay.of(10, 1),
            MonthDay.of(10, 2),
            MonthDay.of(10, 3));

    private final HolidayTable table;

    public WorkingDays(HolidayTable table) {
        this.table = table;
    }

    /** Whether offices work on the day; a row of the table prevails over the day of the week. */
    public boolean isWorkingDay(LocalDate day) {
        DayKind kind = table.days().get(day);
        if (kind != null) {
            return kind == DayKind.WORKDAY;
        }
        return !isWeekend(day) && !isFixedHoliday(day);
    }

    /**
     * The n-th working day after the start; day one is the first working day after it.
     *
     * @param start the day of the event, not counted
     * @param n working days, at least 1
     */
    public LocalDate plus(LocalDate start, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("A period has at least one working day, not " + n);
        }
        LocalDate day = start;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    /**
     * The n-th working day before the end; day one is the last working day before it.
     *
     * @param end not counted
     * @param n working days, at least 1
     */
    public LocalDate minus(LocalDate end, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("A period has at least one working day, not " + n);
        }
        LocalDate day = end;
        for (int counted = 0; counted < n; ) {
            day = day.minusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    /** The day itself where it is a working day, else the first one after it. */
    public LocalDate nextWorkingDayOnOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /**
     * Working days after {@code start} up to and including {@code end}, so that {@code between(s, plus(s, n)) == n}.
     *
     * @throws IllegalArgumentException where the end lies before the start
     */
    public int between(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("Period ends on " + end + ", before its start on " + start);
        }
        return (int) start.plusDays(1)
                .datesUntil(end.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** Whether the day lies in a year that has not been announced, so that what is said of it may change. */
    public boolean provisional(LocalDate day) {
        return !table.announcedYears().contains(day.getYear());
    }

    /** Whether any day after {@code start} up to and including {@code end} is provisional. */
    boolean provisionalBetween(LocalDate start, LocalDate end) {
        for (int year = start.plusDays(1).getYear(); year <= end.getYear(); year++) {
            if (!table.announcedYears().contains(year)) {
                return true;
            }
        }
        return false;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    static boolean isFixedHoliday(LocalDate day) {
        return FIXED_HOLIDAYS.contains(MonthDay.from(day));
    }
}
