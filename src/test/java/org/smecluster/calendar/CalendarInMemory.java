package org.smecluster.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A holiday table without a database. Whoever changes it must have locked it. */
public final class CalendarInMemory implements CalendarRepository {

    private final Map<LocalDate, CalendarDay> days = new TreeMap<>();
    private final Map<Integer, AnnouncedYear> years = new TreeMap<>();
    private boolean locked;

    /** The table as the migration seeds it. */
    static CalendarInMemory seeded() {
        CalendarInMemory calendar = new CalendarInMemory();
        HolidayTable table = SeededCalendar.table();
        table.days().forEach((day, kind) -> calendar.days.put(day, new CalendarDay(day, kind, "", "", "", null)));
        table.announcedYears().forEach(year -> calendar.years.put(year, new AnnouncedYear(year, "")));
        return calendar;
    }

    /** As the house reads it. */
    public static WorkCalendar asSeeded() {
        return new WorkCalendar(seeded());
    }

    @Override
    public HolidayTable table() {
        Map<LocalDate, DayKind> kinds = new HashMap<>();
        days.forEach((day, row) -> kinds.put(day, row.kind()));
        return new HolidayTable(kinds, years.keySet());
    }

    @Override
    public List<CalendarDay> days(int year) {
        return days.values().stream().filter(row -> row.day().getYear() == year).toList();
    }

    @Override
    public List<AnnouncedYear> announcedYears() {
        return List.copyOf(years.values());
    }

    @Override
    public List<Integer> yearsWithDays() {
        return days.keySet().stream().map(LocalDate::getYear).distinct().toList();
    }

    @Override
    public void put(CalendarDay day) {
        mustBeLocked();
        days.put(day.day(), day);
    }

    @Override
    public void remove(LocalDate day) {
        mustBeLocked();
        days.remove(day);
    }

    @Override
    public void announce(AnnouncedYear year) {
        mustBeLocked();
        years.put(year.year(), year);
    }

    @Override
    public void withdraw(int year) {
        mustBeLocked();
        years.remove(year);
    }

    @Override
    public void lock() {
        locked = true;
    }

    private void mustBeLocked() {
        if (!locked) {
            throw new IllegalStateException("changed without the lock");
        }
    }
}
