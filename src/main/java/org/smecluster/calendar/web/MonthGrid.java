package org.smecluster.calendar.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.smecluster.calendar.CalendarDay;
import org.smecluster.calendar.WorkingDays;

/**
 * One month as weeks from Monday to Sunday.
 *
 * @param month 1 to 12
 * @param weeks seven cells each, {@code null} where the week reaches into another month
 */
record MonthGrid(int month, List<List<Cell>> weeks) {

    /**
     * One day.
     *
     * @param style CSS classes: {@code working} or {@code rest}, {@code changed} where a row makes it so
     * @param mark {@code 休} or {@code 班} where a row says so, else empty
     * @param hint what the row says, for reading out
     */
    record Cell(LocalDate date, String style, String mark, String hint) {}

    static List<MonthGrid> ofYear(int year, WorkingDays workingDays, Map<LocalDate, CalendarDay> rows) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> of(YearMonth.of(year, month), workingDays, rows))
                .toList();
    }

    private static MonthGrid of(YearMonth month, WorkingDays workingDays, Map<LocalDate, CalendarDay> rows) {
        List<List<Cell>> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).with(DayOfWeek.MONDAY);
        while (!monday.isAfter(month.atEndOfMonth())) {
            List<Cell> week = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LocalDate day = monday.plusDays(i);
                week.add(YearMonth.from(day).equals(month) ? cell(day, workingDays, rows.get(day)) : null);
            }
            weeks.add(week);
            monday = monday.plusDays(7);
        }
        return new MonthGrid(month.getMonthValue(), weeks);
    }

    private static Cell cell(LocalDate day, WorkingDays workingDays, CalendarDay row) {
        boolean working = workingDays.isWorkingDay(day);
        String style = (working ? "working" : "rest") + (row == null ? "" : " changed");
        String mark = row == null ? "" : working ? "班" : "休";
        return new Cell(day, style, mark, hint(day, working, row));
    }

    private static String hint(LocalDate day, boolean working, CalendarDay row) {
        if (row != null) {
            return row.kind().label() + "：" + row.name();
        }
        if (working) {
            return "工作日";
        }
        return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() ? "固定日期的法定节假日" : "休息日";
    }
}
