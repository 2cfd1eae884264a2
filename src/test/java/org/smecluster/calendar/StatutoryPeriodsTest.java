package org.smecluster.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatutoryPeriodsTest {

    private final StatutoryPeriods periods = new StatutoryPeriods(new WorkingDays(SeededCalendar.table()));

    @ParameterizedTest(name = "{0} 公布，公示 {1} 个工作日，至 {2}")
    @DisplayName("第十二条(三)：公示自公布次日起算，跳过节假日，计入调休上班日")
    @CsvSource({
        "2026-03-02, 5, 2026-03-09",
        "2026-03-06, 5, 2026-03-13",
        "2026-03-07, 5, 2026-03-13",
        "2026-02-12, 2, 2026-02-14",
        "2026-02-13, 5, 2026-02-27",
        "2026-02-13, 6, 2026-02-28",
        "2026-09-30, 5, 2026-10-13",
        "2026-12-24, 5, 2026-12-31"
    })
    void publicity(LocalDate publishedOn, int days, LocalDate lastDay) {
        Deadline deadline = periods.publicity(publishedOn, days);

        assertThat(deadline.lastDay()).isEqualTo(lastDay);
        assertThat(deadline.provisional()).isFalse();
    }

    @Test
    @DisplayName("公示期于最后一日24:00（上海）届满")
    void publicityIsOverAtMidnight() {
        Deadline deadline = periods.publicity(LocalDate.of(2026, 3, 2), 5);

        assertThat(deadline.over()).isEqualTo(Instant.parse("2026-03-09T16:00:00Z"));
        assertThat(Deadline.lastDayBefore(deadline.over())).isEqualTo(deadline.lastDay());
    }

    @Test
    @DisplayName("期间跨入尚未公布的年份：按固定节假日推算，标为暂定")
    void yearEnd() {
        Deadline deadline = periods.publicity(LocalDate.of(2026, 12, 28), 5);

        assertThat(deadline.lastDay()).isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(deadline.provisional()).isTrue();
    }

    @Test
    @DisplayName("起始日在已公布年份的最后一天，全部期间落在未公布年份，标为暂定")
    void startsOnLastAnnouncedDay() {
        assertThat(periods.publicity(LocalDate.of(2026, 12, 31), 1))
                .isEqualTo(Deadline.endOf(LocalDate.of(2027, 1, 4), true));
    }

    @ParameterizedTest(name = "{0} 发生变动，最迟 {1} 备案")
    @DisplayName("第十五条：次月同日，没有同日的为月末，遇非工作日顺延")
    @CsvSource({
        "2026-03-02, 2026-04-02",
        "2026-01-31, 2026-02-28",
        "2025-01-31, 2025-02-28",
        "2024-01-31, 2024-02-29",
        "2024-01-29, 2024-02-29",
        "2023-01-31, 2023-02-28",
        "2024-03-31, 2024-04-30",
        "2026-01-15, 2026-02-24",
        "2026-01-14, 2026-02-14",
        "2026-09-01, 2026-10-08",
        "2026-08-20, 2026-09-20",
        "2026-03-11, 2026-04-13"
    })
    void oneMonthAfter(LocalDate change, LocalDate lastDay) {
        assertThat(periods.oneMonthAfter(change)).isEqualTo(Deadline.endOf(lastDay, false));
    }

    @Test
    @DisplayName("第十五条：次月同日落在未公布年份的为暂定；起算日不影响")
    void oneMonthIntoUnannouncedYear() {
        assertThat(periods.oneMonthAfter(LocalDate.of(2026, 12, 1)))
                .isEqualTo(Deadline.endOf(LocalDate.of(2027, 1, 1).plusDays(3), true));
        assertThat(periods.oneMonthAfter(LocalDate.of(2026, 11, 30)).provisional())
                .isFalse();
    }

    @Test
    @DisplayName("第十五条：年末最后一日为非工作日而顺延进未公布年份的，为暂定")
    void movedIntoUnannouncedYear() {
        StatutoryPeriods only2022 = new StatutoryPeriods(new WorkingDays(new HolidayTable(Map.of(), Set.of(2022))));

        // 31 December 2022 is a Saturday; Monday 2 January 2023 lies in a year that this table does not know
        assertThat(only2022.oneMonthAfter(LocalDate.of(2022, 11, 30)).provisional())
                .isFalse();
        assertThat(only2022.oneMonthAfter(LocalDate.of(2022, 12, 1)).provisional())
                .isTrue();
        assertThat(only2022.workingDays(LocalDate.of(2022, 12, 30), 1))
                .isEqualTo(Deadline.endOf(LocalDate.of(2023, 1, 2), true));
    }

    @ParameterizedTest(name = "{0} 之前第 {1} 个工作日是 {2}")
    @DisplayName("提醒在截止日之前倒数若干工作日的9:00")
    @CsvSource({"2026-03-13, 1, 2026-03-12", "2026-03-09, 1, 2026-03-06", "2026-10-13, 5, 2026-09-30"})
    void reminder(LocalDate lastDay, int daysBefore, LocalDate day) {
        assertThat(periods.reminder(lastDay, daysBefore)).isEqualTo(Deadline.morningOf(day, false));
    }

    @Test
    @DisplayName("提醒日本身或其后到截止日的任何一日在未公布年份，提醒为暂定")
    void provisionalReminder() {
        assertThat(periods.reminder(LocalDate.of(2027, 1, 5), 2))
                .isEqualTo(Deadline.morningOf(LocalDate.of(2026, 12, 31), true));
        StatutoryPeriods only2027 = new StatutoryPeriods(new WorkingDays(new HolidayTable(Map.of(), Set.of(2027))));
        assertThat(only2027.reminder(LocalDate.of(2027, 1, 4), 1))
                .isEqualTo(Deadline.morningOf(LocalDate.of(2026, 12, 31), true));
        assertThat(only2027.reminder(LocalDate.of(2027, 1, 5), 1))
                .isEqualTo(Deadline.morningOf(LocalDate.of(2027, 1, 4), false));
    }

    @ParameterizedTest(name = "{0} 年")
    @DisplayName("第十六条：3月30日24:00，周末也不顺延")
    @CsvSource({"2024, 2024-03-30T16:00:00Z", "2025, 2025-03-30T16:00:00Z", "2028, 2028-03-30T16:00:00Z"})
    void annualReport(int year, Instant over) {
        Deadline deadline = periods.annualReport(year);

        assertThat(deadline.over()).isEqualTo(over);
        assertThat(deadline.lastDay()).isEqualTo(LocalDate.of(year, 3, 30));
        assertThat(deadline.provisional()).isFalse();
    }

    @ParameterizedTest(name = "{0} 起三年至 {1}")
    @DisplayName("第十四条：有效期三年至同月同日，闰日起算的至2月28日；延长自原期满日起算")
    @CsvSource({
        "2023-12-20, 2026-12-20",
        "2026-12-20, 2029-12-20",
        "2024-02-29, 2027-02-28",
        "2025-02-28, 2028-02-28",
        "2026-10-01, 2029-10-01"
    })
    void threeYears(LocalDate start, LocalDate end) {
        assertThat(periods.threeYearsFrom(start)).isEqualTo(Deadline.endOf(end, false));
    }

    @Test
    @DisplayName("届满时刻必须是最后一日24:00")
    void deadlineIsConsistent() {
        LocalDate day = LocalDate.of(2026, 3, 9);
        Instant noon = Instant.parse("2026-03-09T04:00:00Z");
        assertThatThrownBy(() -> new Deadline(day, noon, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
