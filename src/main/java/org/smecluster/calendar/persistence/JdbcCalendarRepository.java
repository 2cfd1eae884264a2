package org.smecluster.calendar.persistence;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.calendar.AnnouncedYear;
import org.smecluster.calendar.CalendarDay;
import org.smecluster.calendar.CalendarRepository;
import org.smecluster.calendar.DayKind;
import org.smecluster.calendar.HolidayTable;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCalendarRepository implements CalendarRepository {

    private final JdbcClient jdbc;

    JdbcCalendarRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public HolidayTable table() {
        Map<LocalDate, DayKind> days = new HashMap<>();
        Set<Integer> years = new HashSet<>();
        jdbc.sql("""
                        select day, kind, null as year from calendar_day
                        union all select null, null, year from calendar_year
                        """).query(row -> {
            LocalDate day = row.getObject("day", LocalDate.class);
            if (day == null) {
                years.add(row.getInt("year"));
            } else {
                days.put(day, DayKind.valueOf(row.getString("kind")));
            }
        });
        return new HolidayTable(days, years);
    }

    @Override
    public List<CalendarDay> days(int year) {
        return jdbc.sql("""
                        select day, kind, name, source, entered_by, entered_at
                        from calendar_day
                        where extract(year from day) = :year
                        order by day
                        """)
                .param("year", year)
                .query(Rows.of(CalendarDay.class))
                .list();
    }

    @Override
    public List<AnnouncedYear> announcedYears() {
        return jdbc.sql("select year, source from calendar_year order by year")
                .query(Rows.of(AnnouncedYear.class))
                .list();
    }

    @Override
    public List<Integer> yearsWithDays() {
        return jdbc.sql("select distinct extract(year from day)::int from calendar_day order by 1")
                .query(Integer.class)
                .list();
    }

    @Override
    public void put(CalendarDay day) {
        jdbc.sql("""
                        insert into calendar_day (day, kind, name, source, entered_by, entered_at)
                        values (:day, :kind, :name, :source, :enteredBy, :enteredAt)
                        on conflict (day) do update
                        set kind = excluded.kind, name = excluded.name, source = excluded.source,
                            entered_by = excluded.entered_by, entered_at = excluded.entered_at
                        """)
                .param("day", day.day())
                .param("kind", day.kind().name())
                .param("name", day.name())
                .param("source", day.source())
                .param("enteredBy", day.enteredBy())
                .param("enteredAt", day.enteredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void remove(LocalDate day) {
        jdbc.sql("delete from calendar_day where day = :day").param("day", day).update();
    }

    @Override
    public void announce(AnnouncedYear year) {
        jdbc.sql("""
                        insert into calendar_year (year, source) values (:year, :source)
                        on conflict (year) do update set source = excluded.source
                        """).param("year", year.year()).param("source", year.source()).update();
    }

    @Override
    public void withdraw(int year) {
        jdbc.sql("delete from calendar_year where year = :year")
                .param("year", year)
                .update();
    }

    @Override
    public void lock() {
        jdbc.sql("lock table calendar_day, calendar_year in share row exclusive mode")
                .update();
    }
}
