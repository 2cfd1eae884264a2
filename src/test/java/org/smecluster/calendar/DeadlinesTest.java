package org.smecluster.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.calendar.CalendarChange.AnnounceYear;
import org.smecluster.calendar.CalendarChange.PutDays;
import org.smecluster.calendar.CalendarChange.RemoveDay;
import org.smecluster.law.Refusal;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("日历变动与正在计算的期限")
class DeadlinesTest {

    private static final ConfigurableApplicationContext CONTEXT = CalendarDatabase.start();
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 12, 2);
    private static final String NOTICE = "宁政办发〔2026〕99号";

    private final Deadlines deadlines = CONTEXT.getBean(Deadlines.class);
    private final CalendarAdministration administration = CONTEXT.getBean(CalendarAdministration.class);
    private final CalendarDatabase.Heard heard = CONTEXT.getBean(CalendarDatabase.Heard.class);
    private final JdbcClient jdbc = CONTEXT.getBean(JdbcClient.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(CONTEXT.getBean(PlatformTransactionManager.class));

    @BeforeEach
    void nothingRuns() {
        jdbc.sql("delete from deadline").update();
        jdbc.sql("delete from calendar_day where day >= '2026-11-01'").update();
        jdbc.sql("delete from calendar_year where year > 2026").update();
        heard.events.clear();
        heard.failWith = null;
    }

    @AfterAll
    static void stop() {
        CONTEXT.close();
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
        assertThat(heard.events)
                .containsExactly(new DeadlineMoved("p1", "event_noticeExpired", null, "noticeExpiresAt", newDueAt));
        assertThat(CONTEXT.getBean(WorkCalendar.class).days(2026))
                .filteredOn(day -> day.day().equals(WEDNESDAY))
                .containsExactly(
                        new CalendarDay(WEDNESDAY, DayKind.HOLIDAY, "古尔邦节", NOTICE, "admin", CalendarDatabase.NOW));
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

        assertThat(heard.events)
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
        assertThat(heard.events)
                .containsExactly(new DeadlineMoved(
                        "p1", "event_reminderDue", null, "reminderAt", Instant.parse("2026-11-27T01:00:00Z")));
    }

    @Test
    @DisplayName("同一活动的两项待办各有期限：各自变动，各自结束")
    void twoTasksOfOneActivity() {
        deadlines.open(task("t1", WEDNESDAY.minusDays(9)));
        deadlines.open(task("t2", WEDNESDAY.minusDays(2)));

        apply(new PutDays(WEDNESDAY, null, DayKind.HOLIDAY, "古尔邦节", NOTICE));

        assertThat(heard.events)
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

        apply(new PutDays(WEDNESDAY.plusDays(1), null, DayKind.HOLIDAY, "古尔邦节", NOTICE));

        assertThat(heard.events).isEmpty();
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
        assertThat(heard.events).isEmpty();
    }

    @Test
    @DisplayName("确认期间又有期限加入：不保存，要求重新确认")
    void confirmationMustMatch() {
        PutDays holiday = new PutDays(WEDNESDAY, null, DayKind.HOLIDAY, "古尔邦节", NOTICE);
        Confirmation shown = Confirmation.of(administration.preview(holiday));
        deadlines.open(publicity("p1", WEDNESDAY.minusDays(2), 5));

        assertThatThrownBy(() -> administration.apply(holiday, "admin", shown))
                .isInstanceOf(MovesChanged.class)
                .hasMessageContaining("没有保存");

        assertUnchanged();
    }

    @Test
    @DisplayName("流程无法调整时，日历和期限都不变")
    void failureOfTheEngineRollsBack() {
        deadlines.open(publicity("p1", WEDNESDAY.minusDays(2), 5));
        heard.failWith = new IllegalStateException("engine");

        assertThatThrownBy(() -> apply(new PutDays(WEDNESDAY, null, DayKind.HOLIDAY, "古尔邦节", NOTICE)))
                .isSameAs(heard.failWith);

        assertUnchanged();
    }

    private void assertUnchanged() {
        assertThat(deadlines.open()).extracting(OpenDeadline::lastDay).containsExactly(LocalDate.of(2026, 12, 7));
        assertThat(jdbc.sql("select count(*) from calendar_day where day = :day")
                        .param("day", WEDNESDAY)
                        .query(Integer.class)
                        .single())
                .isZero();
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
        assertThat(jdbc.sql("select count(*) from deadline")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("调用方的事务回滚，登记的期限也不留下")
    void openingIsPartOfTheCallersTransaction() {
        transaction.executeWithoutResult(status -> {
            deadlines.open(publicity("p1", WEDNESDAY, 5));
            status.setRollbackOnly();
        });

        assertThat(deadlines.open()).isEmpty();
    }

    @Test
    @DisplayName("拒绝的修改什么也不改变")
    void refusedChange() {
        assertThatThrownBy(() -> administration.preview(new AnnounceYear(2028, NOTICE)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("尚未录全");
    }

    @Test
    @DisplayName("期限的长度与种类必须相符")
    void specIsConsistent() {
        assertThatThrownBy(() -> new DeadlineSpec("c", DeadlineKind.PUBLICITY, "p", "a", null, WEDNESDAY, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DeadlineSpec("c", DeadlineKind.CHANGE_FILING, "p", "a", null, WEDNESDAY, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<DeadlineMove> apply(CalendarChange change) {
        return administration.apply(change, "admin", Confirmation.of(administration.preview(change)));
    }

    private void fixedHolidays(int year) {
        apply(new PutDays(LocalDate.of(year, 1, 1), null, DayKind.HOLIDAY, "元旦", NOTICE));
        apply(new PutDays(LocalDate.of(year, 5, 1), LocalDate.of(year, 5, 2), DayKind.HOLIDAY, "劳动节", NOTICE));
        apply(new PutDays(LocalDate.of(year, 10, 1), LocalDate.of(year, 10, 3), DayKind.HOLIDAY, "国庆节", NOTICE));
    }

    private static DeadlineSpec publicity(String processInstanceId, LocalDate publishedOn, int days) {
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
