package org.smecluster.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("期限的届满时刻和最后一日")
class DeadlineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
    private static final Instant MIDNIGHT = Instant.parse("2026-03-09T16:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-03-09T01:00:00Z");

    @Test
    @DisplayName("期限在最后一日24:00（上海）届满，提醒在当日9:00，两者写法不同")
    void over() {
        assertThat(Deadline.endOf(DAY, false).over()).isEqualTo(MIDNIGHT);
        assertThat(Deadline.morningOf(DAY, false).over()).isEqualTo(MORNING);
        assertThat(Deadline.hour(MIDNIGHT)).isEqualTo("24:00");
        assertThat(Deadline.hour(MORNING)).isEqualTo("9:00");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("恰在零点届满的，最后一日是前一日；差一毫秒不到零点的也是")
    @CsvSource({
        "2026-03-09T16:00:00Z, 2026-03-09",
        "2026-03-09T15:59:59.999Z, 2026-03-09",
        "2026-03-09T16:00:00.001Z, 2026-03-10",
        "2026-03-09T01:00:00Z, 2026-03-09"
    })
    void lastDay(Instant over, LocalDate lastDay) {
        assertThat(Deadline.lastDayBefore(over)).isEqualTo(lastDay);
        assertThat(new OpenDeadline(1, publicity(5), over, false).lastDay()).isEqualTo(lastDay);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("在届满那一刻就已过，前一毫秒还没有")
    @CsvSource({"2026-03-09T15:59:59.999Z, false", "2026-03-09T16:00:00Z, true", "2026-03-09T16:00:00.001Z, true"})
    void overAt(Instant now, boolean over) {
        DeadlineMove move =
                new DeadlineMove(new OpenDeadline(1, publicity(5), MIDNIGHT, false), Deadline.endOf(DAY, true));

        assertThat(move.overAt(now)).isEqualTo(over);
        assertThat(move.dateMoves()).isFalse();
    }

    @ParameterizedTest
    @DisplayName("期限各依哪一条：办法未规定的，写明未规定")
    @CsvSource({
        "PUBLICITY, 公示期, 第十二条(三)",
        "CORRECTION, 补正期限, 《办法》未规定",
        "TASK, 办理期限, 《办法》未规定",
        "REMINDER, 提醒日, 《办法》未规定",
        "CHANGE_FILING, 变动备案期限, 第十五条",
        "HEARING, 陈述申辩期限, 第十七条"
    })
    void basis(DeadlineKind kind, String label, String basis) {
        assertThat(kind.label()).isEqualTo(label);
        assertThat(kind.basis()).isEqualTo(basis);
    }

    @Test
    @DisplayName("期限的长度与种类必须相符：以月计的不写工作日数，以工作日计的必须写")
    void lengthFitsTheKind() {
        assertThatThrownBy(() -> publicity(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PUBLICITY is counted in working days");
        assertThatThrownBy(() -> new DeadlineSpec("c", DeadlineKind.CHANGE_FILING, "p", "a", null, DAY, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CHANGE_FILING is not counted in working days");
    }

    @Test
    @DisplayName("放假和调休上班的说法")
    void dayKinds() {
        assertThat(DayKind.HOLIDAY.label()).isEqualTo("放假");
        assertThat(DayKind.WORKDAY.label()).isEqualTo("调休上班");
    }

    private static DeadlineSpec publicity(Integer days) {
        return new DeadlineSpec("c", DeadlineKind.PUBLICITY, "p", "a", null, DAY.minusDays(7), days);
    }
}
