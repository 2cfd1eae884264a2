package org.smecluster.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.smecluster.calendar.CalendarChange.PutDays;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("日历变动与正在计算的期限：在数据库上，要么都改，要么都不改")
@Tag("database")
class DeadlinesTest extends DeadlinesRules {

    private static final ConfigurableApplicationContext CONTEXT = CalendarDatabase.start();

    private final CalendarDatabase.Heard heard = CONTEXT.getBean(CalendarDatabase.Heard.class);
    private final JdbcClient jdbc = CONTEXT.getBean(JdbcClient.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(CONTEXT.getBean(PlatformTransactionManager.class));

    DeadlinesTest() {
        super(new Office(
                CONTEXT.getBean(Deadlines.class),
                CONTEXT.getBean(CalendarAdministration.class),
                CONTEXT.getBean(WorkCalendar.class),
                CONTEXT.getBean(CalendarDatabase.Heard.class).events));
    }

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
    @DisplayName("调用方的事务回滚，登记的期限也不留下")
    void openingIsPartOfTheCallersTransaction() {
        transaction.executeWithoutResult(status -> {
            deadlines.open(publicity("p1", WEDNESDAY, 5));
            status.setRollbackOnly();
        });

        assertThat(deadlines.open()).isEmpty();
    }

    @Test
    @DisplayName("结束了的期限留在登记簿里")
    void closedOnesAreKept() {
        deadlines.open(publicity("p1", WEDNESDAY, 5));
        deadlines.close("p1", "event_noticeExpired");
        deadlines.open(publicity("p1", WEDNESDAY, 5));

        assertThat(jdbc.sql("select count(*) from deadline")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}
