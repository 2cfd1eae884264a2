package org.smecluster.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private static final LocalDate TUESDAY_HOLIDAY = LocalDate.of(2026, 2, 17);
    private static final LocalDate WORKED_SATURDAY = LocalDate.of(2026, 2, 14);

    private final WorkingDays days = new WorkingDays(new HolidayTable(
            Map.of(
                    TUESDAY_HOLIDAY,
                    DayKind.HOLIDAY,
                    WORKED_SATURDAY,
                    DayKind.WORKDAY,
                    LocalDate.of(2026, 2, 16),
                    DayKind.HOLIDAY),
            Set.of(2026)));

    @ParameterizedTest(name = "{0} 工作日: {1}")
    @DisplayName("有记录的按记录，没有记录的周一至周五为工作日")
    @CsvSource({
        "2026-02-13, true",
        "2026-02-14, true",
        "2026-02-15, false",
        "2026-02-16, false",
        "2026-02-17, false",
        "2026-02-18, true",
        "2026-02-21, false"
    })
    void rowsPrevail(LocalDate day, boolean working) {
        assertThat(days.isWorkingDay(day)).isEqualTo(working);
        assertThat(days.provisional(day)).as("the year is announced").isFalse();
    }

    @ParameterizedTest(name = "{0} 前第{1}个工作日为 {2}")
    @DisplayName("倒推：最后一日不计，跳过休息日，调休日计入")
    @CsvSource({
        "2026-02-18, 1, 2026-02-14",
        "2026-02-18, 2, 2026-02-13",
        "2026-02-20, 2, 2026-02-18",
        "2026-02-15, 1, 2026-02-14"
    })
    void countedBackwards(LocalDate end, int n, LocalDate expected) {
        assertThat(days.minus(end, n)).isEqualTo(expected);
        assertThatThrownBy(() -> days.minus(end, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} 工作日: {1}")
    @DisplayName("未公布的年份：周一至周五，减去固定日期的法定节假日")
    @CsvSource({
        "2027-01-01, false",
        "2027-01-04, true",
        "2027-02-08, true",
        "2027-04-30, true",
        "2029-05-01, false",
        "2029-05-02, false",
        "2029-05-03, true",
        "2029-10-01, false",
        "2029-10-02, false",
        "2029-10-03, false",
        "2029-10-04, true",
        "2027-01-02, false"
    })
    void unannouncedYear(LocalDate day, boolean working) {
        assertThat(days.isWorkingDay(day)).isEqualTo(working);
        assertThat(days.provisional(day)).isTrue();
    }

    @Test
    @DisplayName("未公布的年份里，已经录入的记录同样有效，但仍为暂定")
    void rowInUnannouncedYear() {
        LocalDate monday = LocalDate.of(2027, 2, 8);
        WorkingDays withRow = new WorkingDays(new HolidayTable(Map.of(monday, DayKind.HOLIDAY), Set.of(2026)));

        assertThat(withRow.isWorkingDay(monday)).isFalse();
        assertThat(withRow.provisional(monday)).isTrue();
    }

    @ParameterizedTest(name = "{0} 之后第 {1} 个工作日是 {2}")
    @DisplayName("第一日是起始日之后的第一个工作日，起始日是否工作日均不计入")
    @CsvSource({
        "2026-02-12, 1, 2026-02-13",
        "2026-02-13, 1, 2026-02-14",
        "2026-02-13, 2, 2026-02-18",
        "2026-02-15, 1, 2026-02-18",
        "2026-02-18, 5, 2026-02-25"
    })
    void plus(LocalDate start, int n, LocalDate last) {
        assertThat(days.plus(start, n)).isEqualTo(last);
        assertThat(days.between(start, last)).isEqualTo(n);
    }

    @Test
    @DisplayName("没有工作日的期间不成立")
    void atLeastOne() {
        LocalDate start = LocalDate.of(2026, 3, 2);
        assertThatThrownBy(() -> days.plus(start, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("两日之间：同一日为零，倒置的期间不成立")
    void between() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        assertThat(days.between(day, day)).isZero();
        assertThat(days.between(LocalDate.of(2026, 2, 27), LocalDate.of(2026, 3, 1)))
                .isZero();
        assertThatThrownBy(() -> days.between(day, day.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("遇非工作日顺延到其后第一个工作日")
    @CsvSource({"2026-02-13, 2026-02-13", "2026-02-14, 2026-02-14", "2026-02-15, 2026-02-18", "2026-02-17, 2026-02-18"})
    void next(LocalDate day, LocalDate next) {
        assertThat(days.nextWorkingDayOnOrAfter(day)).isEqualTo(next);
    }
}
