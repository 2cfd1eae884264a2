package org.smecluster.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.calendar.CalendarDay;
import org.smecluster.calendar.DayKind;
import org.smecluster.calendar.HolidayTable;
import org.smecluster.calendar.WorkingDays;
import org.smecluster.calendar.web.MonthGrid.Cell;

@DisplayName("月历")
class MonthGridTest {

    private static final CalendarDay HOLIDAY = row(LocalDate.of(2026, 2, 16), DayKind.HOLIDAY, "春节");
    private static final CalendarDay WORKED = row(LocalDate.of(2026, 2, 14), DayKind.WORKDAY, "春节");

    private final List<MonthGrid> year = MonthGrid.ofYear(
            2026,
            new WorkingDays(
                    new HolidayTable(Map.of(HOLIDAY.day(), HOLIDAY.kind(), WORKED.day(), WORKED.kind()), Set.of(2026))),
            Stream.of(HOLIDAY, WORKED).collect(Collectors.toMap(CalendarDay::day, Function.identity())));

    @Test
    @DisplayName("十二个月，每周自周一至周日七格；别的月份的日子空着")
    void weeks() {
        assertThat(year).extracting(MonthGrid::month).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(year).allSatisfy(month -> assertThat(month.weeks())
                .allSatisfy(week -> assertThat(week).hasSize(7)));
        List<List<Cell>> february = year.get(1).weeks();
        assertThat(february).hasSize(5);
        assertThat(february.get(0)).startsWith(null, null, null, null, null, null);
        assertThat(february.get(0).get(6).date()).isEqualTo("2026-02-01");
        assertThat(february.get(4).get(5).date()).isEqualTo("2026-02-28");
        assertThat(year.get(10).weeks()).as("November ends on a Monday").hasSize(6);
        assertThat(year.stream()
                        .flatMap(month -> month.weeks().stream())
                        .flatMap(List::stream)
                        .filter(Objects::nonNull))
                .hasSize(365);
    }

    @Test
    @DisplayName("放假标休，调休标班，读得出名称；没有记录的说明是工作日、休息日还是法定节假日")
    void cells() {
        assertThat(cell(2, 16)).isEqualTo(new Cell(HOLIDAY.day(), "rest changed", "休", "放假：春节"));
        assertThat(cell(2, 14)).isEqualTo(new Cell(WORKED.day(), "working changed", "班", "调休上班：春节"));
        assertThat(cell(2, 13)).isEqualTo(new Cell(LocalDate.of(2026, 2, 13), "working", "", "工作日"));
        assertThat(cell(2, 15).hint()).isEqualTo("休息日");
        assertThat(cell(5, 1)).as("a Friday").isEqualTo(new Cell(LocalDate.of(2026, 5, 1), "rest", "", "固定日期的法定节假日"));
        assertThat(cell(5, 2).hint()).as("a Saturday").isEqualTo("休息日");
    }

    private Cell cell(int month, int day) {
        return year.get(month - 1).weeks().stream()
                .flatMap(List::stream)
                .filter(each -> each != null && each.date().getDayOfMonth() == day)
                .findFirst()
                .orElseThrow();
    }

    private static CalendarDay row(LocalDate day, DayKind kind, String name) {
        return new CalendarDay(day, kind, name, "国办发明电", "admin", Instant.EPOCH);
    }
}
