package org.smecluster.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table as the migration seeds it, read from its text, so that rules are tested without a database. */
final class SeededCalendar {

    private static final Pattern DAY = Pattern.compile("\\(date '(\\d{4}-\\d{2}-\\d{2})', '(HOLIDAY|WORKDAY)',");
    private static final Pattern YEAR = Pattern.compile("\\((\\d{4}), '国办发明电");

    private SeededCalendar() {}

    static HolidayTable table() {
        String sql = migration();
        Map<LocalDate, DayKind> days = new HashMap<>();
        Matcher day = DAY.matcher(sql);
        while (day.find()) {
            days.put(LocalDate.parse(day.group(1)), DayKind.valueOf(day.group(2)));
        }
        Set<Integer> years = new HashSet<>();
        Matcher year = YEAR.matcher(sql);
        while (year.find()) {
            years.add(Integer.valueOf(year.group(1)));
        }
        return new HolidayTable(days, years);
    }

    private static String migration() {
        try (var in = SeededCalendar.class.getResourceAsStream("/db/migration/V2__calendar.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
