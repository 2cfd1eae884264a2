package org.smecluster.calendar;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.calendar.CalendarChange.PutDays;

@DisplayName("日历变动与正在计算的期限")
class DeadlinesInMemoryTest extends DeadlinesRules {

    DeadlinesInMemoryTest() {
        super(office());
    }

    private static Office office() {
        CalendarInMemory days = CalendarInMemory.seeded();
        WorkCalendar calendar = new WorkCalendar(days);
        List<DeadlineMoved> heard = new ArrayList<>();
        Clock clock = Clock.fixed(CalendarDatabase.NOW, Deadline.ZONE);
        Deadlines deadlines =
                new Deadlines(new DeadlinesInMemory(), calendar, event -> heard.add((DeadlineMoved) event), clock);
        return new Office(deadlines, new CalendarAdministration(days, deadlines, clock), calendar, heard);
    }

    @Test
    @DisplayName("确认的必须正是要发生的：多一条、少一条都要求重新确认")
    void confirmationMustMatch() {
        PutDays holiday = new PutDays(WEDNESDAY, null, DayKind.HOLIDAY, "古尔邦节", NOTICE);
        Confirmation nothingMoves = Confirmation.of(administration.preview(holiday));
        deadlines.open(publicity("p1", WEDNESDAY.minusDays(2), 5));

        assertThatThrownBy(() -> administration.apply(holiday, "admin", nothingMoves))
                .isInstanceOf(MovesChanged.class)
                .hasMessageContaining("没有保存");
    }
}
