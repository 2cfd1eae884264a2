package org.smecluster.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.DeadlineMove;
import org.smecluster.calendar.DeadlineSpec;
import org.smecluster.calendar.OpenDeadline;

@DisplayName("受影响的期限给管理员看的样子")
class MoveRowTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 7);
    private static final Instant NOW = midnightAfter(DUE.minusDays(3));

    @Test
    @DisplayName("案号、期限、依据、原来和新的届满时刻都写明，暂定的注明")
    void row() {
        assertThat(MoveRow.of(move(DUE.plusDays(1), false, true), NOW))
                .isEqualTo(new MoveRow(
                        "NXJQ-2026-PC-01", "公示期", "第十二条(三)", "2026年12月7日（周一）24:00", "2026年12月8日（周二）24:00，暂定", "延后"));
    }

    @ParameterizedTest(name = "{0} {1}→{2}：{3}")
    @DisplayName("说明期限怎么变：延后、提前、已过，或只是暂定与确定之间")
    @CsvSource({
        "2026-12-08, false, false, 延后",
        "2026-12-05, false, false, 提前",
        "2026-12-04, false, false, 新的期限已过，保存后立即届满，请特别核对",
        "2026-12-07, false, true, 日期不变，转为暂定",
        "2026-12-07, true, false, 日期不变，转为确定"
    })
    void note(LocalDate lastDay, boolean before, boolean after, String note) {
        assertThat(MoveRow.of(move(lastDay, before, after), NOW).note()).isEqualTo(note);
    }

    private static DeadlineMove move(LocalDate lastDay, boolean before, boolean after) {
        DeadlineSpec spec = new DeadlineSpec(
                "NXJQ-2026-PC-01", DeadlineKind.PUBLICITY, "p1", "event_noticeExpired", null, DUE.minusDays(7), 5);
        return new DeadlineMove(
                new OpenDeadline(1, spec, midnightAfter(DUE), before),
                new Deadline(lastDay, midnightAfter(lastDay), after));
    }

    private static Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Deadline.ZONE).toInstant();
    }
}
