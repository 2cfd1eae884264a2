package org.smecluster.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.calendar.CalendarChange.AnnounceYear;
import org.smecluster.calendar.CalendarChange.PutDays;
import org.smecluster.calendar.CalendarChange.RemoveDay;
import org.smecluster.calendar.CalendarChange.WithdrawYear;
import org.smecluster.law.Refusal;

/** What holds of open deadlines when the calendar changes, wherever both are kept. */
abstract class DeadlinesRules {

    static final LocalDate WEDNESDAY = LocalDate.of(2026, 12, 2);
    static final String NOTICE = "宁政办发〔2026〕99号";

    final Deadlines deadlines;
    final CalendarAdministration administration;
    private final WorkCalendar calendar;
    private final List<DeadlineMoved> heard;

    /** @param heard what the engine would hear */
    record Office(
            Deadlines deadlines,
            CalendarAdministration administration,
            WorkCalendar calendar,
            List<DeadlineMoved> heard) {}

    DeadlinesRules(Office office) {
        deadlines = office.deadlines();
        administration = office.administration();
        calendar = office.calendar();
        heard = office.heard();
    }

    @Test
    @DisplayName("增加一个放假日，公示期顺延一个工作日，并告知流程")
    void addedHolidayMovesAnOpenDeadline() {
        Deadline opened = deadlines.open(publicity("p1", WEDNESDAY.minusDays(2), 5));
        assertThat(opened.lastDay()).isEqualTo(LocalDate.of(2026, 12, 7));

        PutDays holiday = new PutDays(WEDNESDAY, null, DayKind.HOLIDAY, "古尔邦节", NOTICE);
        List<DeadlineMove> shown = administration.preview(holiday);
        assertThat(deadlines.open()).extracting(OpenDeadline::lastDay).containsExactly(LocalDate.of(2026, 12, 7));
        List<DeadlineMove> made = administration.apply(holiday, "admin", Confirmation.of(shown));

        Instant newDueAt = Instant.parse("2026-12-08T16:00:00Z");
        assertThat(made).isEqualTo(shown).hasSize(1);
        assertThat(made.get(0).before().dueAt()).isEqualTo(opened.over());
        assertThat(made.get(0).after()).isEqualTo(Deadline.endOf(LocalDate.of(2026, 12, 8), false));
        assertThat(deadlines.open()).extracting(OpenDeadline::dueAt).containsExactly(newDueAt);
        assertThat(heard)
                .containsExactly(new DeadlineMoved("p1", "event_noticeExpired", null, "noticeExpiresAt", newDueAt));
        assertThat(calendar.days(2026))
                .filteredOn(day -> day.day().equals(WEDNESDAY))
                .containsExactly(
                        new CalendarDay(WEDNESDAY, DayKind.HOLIDAY, "古尔邦节", NOTICE, "admin", CalendarDatabase.NOW));
    }

    @Test
    @DisplayName("案件转到新版而环节换了标识：期限跟着改到新的环节，终日不变，别的案件和环节不动")
    void activityRenamed() {
        Deadline opened = deadlines.open(publicity("p1", WEDNESDAY.minusDays(2), 5));
        deadlines.open(publicity("p2", WEDNESDAY, 5));

        deadlines.move("p1", "event_noticeExpired", "event_noticeOver");
        deadlines.move("p1", "event_another", "event_noticeOver");

        assertThat(deadlines.open())
                .extracting(each -> each.spec().processInstanceId(), each -> each.spec()
                        .activityId())
                .containsExactly(tuple("p1", "event_noticeOver"), tuple("p2", "event_noticeExpired"));
        assertThat(deadlines.open().get(0).dueAt()).isEqualTo(opened.over());
    }

    @Test
    @DisplayName("改为调休上班、删除记录，期限相应提前和复原")
    void workedSaturdayAndItsRemoval() {
        deadlines.open(publicity("p1", WEDNESDAY, 5));
        LocalDate saturday = LocalDate.of(2026, 12, 5);

        apply(new PutDays(saturday, null, DayKind.WORKDAY, "调休", NOTICE));
        assertThat(deadlines.open()).extracting(OpenDeadline::lastDay).containsExactly(LocalDate.of(2026, 12, 8));

        apply(new RemoveDay(saturday));
        assertThat(deadlines.open()).extracting(OpenDeadline::lastDay).containsExactly(LocalDate.of(2026, 12, 9));
    }

    @Test
    @DisplayName("第十五条的备案期限最后一日成为放假日，顺延")
    void changeFilingMoves() {
        deadlines.open(new DeadlineSpec(
                "NXJQ-2026-BG-00001",
                DeadlineKind.CHANGE_FILING,
                "p1",
                "event_overdue",
                null,
                WEDNESDAY.minusMonths(1),
                null));

        apply(new PutDays(WEDNESDAY, null, DayKind.HOLIDAY, "古尔邦节", NOTICE));

        assertThat(heard)
                .containsExactly(
                        new DeadlineMoved("p1", "event_overdue", null, null, Instant.parse("2026-12-03T16:00:00Z")));
    }

    @Test
    @DisplayName("提醒日由截止日倒数工作日：增加放假日，提醒提前，仍在9:00")
    void reminderMovesForward() {
        DeadlineSpec spec = new DeadlineSpec(
                "NXJQ-2026-PC-01", DeadlineKind.REMINDER, "p1", "event_reminderDue", "reminderAt", WEDNESDAY, 2);
        assertThat(deadlines.open(spec)).isEqualTo(Deadline.morningOf(WEDNESDAY.minusDays(2), false));

        apply(new PutDays(WEDNESDAY.minusDays(1), null, DayKind.HOLIDAY, "古尔邦节", NOTICE));

        assertThat(deadlines.open()).extracting(OpenDeadline::lastDay).containsExactly(LocalDate.of(2026, 11, 27));
        assertThat(heard)
                .containsExactly(new DeadlineMoved(
                        "p1", "event_reminderDue", null, "reminderAt", Instant.parse("2026-11-27T01:00:00Z")));
    }

    @Test
    @DisplayName("同一活动的两项待办各有期限：各自变动，各自结束")
    void twoTasksOfOneActivity() {
        deadlines.open(task("t1", WEDNESDAY.minusDays(9)));
        deadlines.open(task("t2", WEDNESDAY.minusDays(2)));

        apply(new PutDays(WEDNESDAY, null, DayKind.HOLIDAY, "古尔邦节", NOTICE));

        assertThat(heard)
                .containsExactly(new DeadlineMoved(
                        "p1", "task_verifyObjection", "t2", null, Instant.parse("2026-12-08T16:00:00Z")));
        deadlines.closeTask("t2");
        assertThat(deadlines.open()).extracting(open -> open.spec().taskId()).containsExactly("t1");
    }

    private static DeadlineSpec task(String taskId, LocalDate startsOn) {
        return new DeadlineSpec(
                "NXJQ-2026-PC-01", DeadlineKind.TASK, "p1", "task_verifyObjection", taskId, null, startsOn, 5);
    }

    @Test
    @DisplayName("已结束的期限不再变动；没有受影响的期限时不通知流程")
    void closedOnesStay() {
        deadlines.open(publicity("p1", WEDNESDAY, 5));
        deadlines.open(publicity("p2", WEDNESDAY, 5));
        deadlines.open(publicity("p3", WEDNESDAY.plusDays(7), 5));
        deadlines.close("p1", "event_noticeExpired");
        deadlines.closeAll("p2");

        assertThat(apply(new PutDays(WEDNESDAY.plusDays(1), null, DayKind.HOLIDAY, "古尔邦节", NOTICE)))
                .isEmpty();

        assertThat(heard).isEmpty();
        assertThat(deadlines.open())
                .extracting(open -> open.spec().processInstanceId())
                .containsExactly("p3");
    }

    @Test
    @DisplayName("下一年公布后，跨年期限由暂定转为确定；日期未变的不通知流程")
    void announcementSettlesProvisionalDeadlines() {
        deadlines.open(publicity("p1", LocalDate.of(2026, 12, 30), 3));
        assertThat(deadlines.open()).extracting(OpenDeadline::provisional).containsExactly(true);
        fixedHolidays(2027);

        List<DeadlineMove> moves = apply(new AnnounceYear(2027, "国办发明电〔2026〕1号"));

        assertThat(moves).hasSize(1);
        assertThat(moves.get(0).dateMoves()).isFalse();
        assertThat(deadlines.open()).extracting(OpenDeadline::provisional).containsExactly(false);
        assertThat(heard).isEmpty();
    }

    @Test
    @DisplayName("同一活动重复开启只留一条，以后一次为准；结束后可再开启")
    void openingTwice() {
        deadlines.open(publicity("p1", WEDNESDAY, 5));
        deadlines.open(publicity("p1", WEDNESDAY, 3));
        assertThat(deadlines.open())
                .extracting(open -> open.spec().workingDays())
                .containsExactly(3);

        deadlines.close("p1", "event_noticeExpired");
        deadlines.open(publicity("p1", WEDNESDAY, 5));
        assertThat(deadlines.open())
                .extracting(open -> open.spec().workingDays())
                .containsExactly(5);
    }

    @Test
    @DisplayName("撤回公布：该年的期限转为暂定，日期未变的不通知流程")
    void withdrawalMakesProvisional() {
        fixedHolidays(2027);
        apply(new AnnounceYear(2027, "国办发明电〔2026〕1号"));
        deadlines.open(publicity("p1", LocalDate.of(2026, 12, 30), 3));
        assertThat(deadlines.open()).extracting(OpenDeadline::provisional).containsExactly(false);

        List<DeadlineMove> moves = apply(new WithdrawYear(2027));

        assertThat(moves).singleElement().satisfies(move -> assertThat(move.dateMoves())
                .isFalse());
        assertThat(deadlines.open()).extracting(OpenDeadline::provisional).containsExactly(true);
        assertThat(calendar.announcedYears()).extracting(AnnouncedYear::year).doesNotContain(2027);
        assertThat(heard).isEmpty();
    }

    @Test
    @DisplayName("期限按届满先后列出，一个案件的只列它自己的")
    void listed() {
        DeadlineSpec later = publicity("p1", WEDNESDAY, 5);
        DeadlineSpec sooner = new DeadlineSpec(
                "NXJQ-2026-RD-00001", DeadlineKind.CORRECTION, "p2", "event_overdue", null, WEDNESDAY, 3);
        deadlines.open(later);
        deadlines.open(sooner);

        assertThat(deadlines.open()).extracting(OpenDeadline::spec).containsExactly(sooner, later);
        assertThat(deadlines.openOf("NXJQ-2026-RD-00001"))
                .extracting(OpenDeadline::spec)
                .containsExactly(sooner);
    }

    @Test
    @DisplayName("拒绝的修改什么也不改变")
    void refusedChange() {
        assertThatThrownBy(() -> administration.preview(new AnnounceYear(2028, NOTICE)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("尚未录全");
    }

    final List<DeadlineMove> apply(CalendarChange change) {
        return administration.apply(change, "admin", Confirmation.of(administration.preview(change)));
    }

    private void fixedHolidays(int year) {
        apply(new PutDays(LocalDate.of(year, 1, 1), null, DayKind.HOLIDAY, "元旦", NOTICE));
        apply(new PutDays(LocalDate.of(year, 5, 1), LocalDate.of(year, 5, 2), DayKind.HOLIDAY, "劳动节", NOTICE));
        apply(new PutDays(LocalDate.of(year, 10, 1), LocalDate.of(year, 10, 3), DayKind.HOLIDAY, "国庆节", NOTICE));
    }

    static DeadlineSpec publicity(String processInstanceId, LocalDate publishedOn, int days) {
        return new DeadlineSpec(
                "NXJQ-2026-PC-01",
                DeadlineKind.PUBLICITY,
                processInstanceId,
                "event_noticeExpired",
                "noticeExpiresAt",
                publishedOn,
                days);
    }
}
