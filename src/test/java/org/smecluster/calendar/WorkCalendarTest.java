package org.smecluster.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("日历列出的年份")
class WorkCalendarTest {

    private final CalendarInMemory days = new CalendarInMemory();
    private final WorkCalendar calendar = new WorkCalendar(days);

    @Test
    @DisplayName("已公布的和有记录的年份都列出，从早到晚，各一次")
    void years() {
        days.lock();
        CalendarDay newYear = holiday(LocalDate.of(2028, 1, 1));
        days.put(newYear);
        days.put(holiday(LocalDate.of(2026, 5, 1)));
        days.announce(new AnnouncedYear(2027, "国办发明电〔2026〕1号"));
        days.announce(new AnnouncedYear(2026, "国办发明电〔2025〕7号"));

        assertThat(calendar.years()).containsExactly(2026, 2027, 2028);
        assertThat(calendar.days(2028)).containsExactly(newYear);
        assertThat(calendar.announcedYears()).extracting(AnnouncedYear::year).containsExactly(2026, 2027);
    }

    private static CalendarDay holiday(LocalDate day) {
        return new CalendarDay(day, DayKind.HOLIDAY, "元旦", "国办发明电", "admin", CalendarDatabase.NOW);
    }
}
