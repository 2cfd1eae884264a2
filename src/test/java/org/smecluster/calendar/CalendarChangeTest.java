package org.smecluster.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.calendar.CalendarChange.AnnounceYear;
import org.smecluster.calendar.CalendarChange.PutDays;
import org.smecluster.calendar.CalendarChange.RemoveDay;
import org.smecluster.calendar.CalendarChange.WithdrawYear;
import org.smecluster.law.Refusal;

class CalendarChangeTest {

    private static final String NOTICE = "国办发明电〔2026〕1号";
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final HolidayTable EMPTY = new HolidayTable(Map.of(), Set.of());

    @Test
    @DisplayName("一次登记连续多日，逐日生效；不填截止日期即为一日")
    void span() {
        HolidayTable spring = new PutDays(
                        LocalDate.of(2027, 2, 5), LocalDate.of(2027, 2, 11), DayKind.HOLIDAY, "春节", NOTICE)
                .applyTo(EMPTY);
        HolidayTable oneDay = new PutDays(NEW_YEAR, null, DayKind.HOLIDAY, "元旦", NOTICE).applyTo(EMPTY);

        assertThat(spring.days()).hasSize(7).containsEntry(LocalDate.of(2027, 2, 11), DayKind.HOLIDAY);
        assertThat(oneDay.days()).containsOnlyKeys(NEW_YEAR);
    }

    @Test
    @DisplayName("空白的登记一次指出所有缺漏")
    void everyReasonAtOnce() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> new PutDays(null, null, null, " ", null));

        assertThat(refusal.reasons()).containsExactly("请填写日期，格式如2027-01-01", "请选择类型：放假或调休上班", "请填写名称", "请填写依据（文号）");
    }

    @Test
    @DisplayName("调休上班只能登记在周末")
    void workdayOnMonday() {
        assertThatThrownBy(() -> new PutDays(LocalDate.of(2027, 2, 8), null, DayKind.WORKDAY, "调休", NOTICE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2027-02-08是星期一，不是周末");
    }

    @Test
    @DisplayName("截止早于起始、跨度过长、年份离谱、文字过长均拒绝；31天的跨度可以")
    void spanLimits() {
        assertThatThrownBy(() -> put(NEW_YEAR, NEW_YEAR.minusDays(1), "元旦")).hasMessageContaining("早于起始日期");
        assertThatThrownBy(() -> put(NEW_YEAR, NEW_YEAR.plusDays(31), "元旦")).hasMessageContaining("一次最多录入31天");
        assertThat(put(NEW_YEAR, NEW_YEAR.plusDays(30), "元旦").days()).hasSize(31);
        assertThatThrownBy(() -> put(LocalDate.of(1999, 12, 31), null, "元旦")).hasMessageContaining("请检查年份");
        assertThatThrownBy(() -> put(NEW_YEAR, null, "长".repeat(101))).hasMessageContaining("名称不能超过100个字");
    }

    private static PutDays put(LocalDate from, LocalDate to, String name) {
        return new PutDays(from, to, DayKind.HOLIDAY, name, NOTICE);
    }

    @Test
    @DisplayName("删除没有记录的日期被拒绝")
    void removeNothing() {
        assertThatThrownBy(() -> new RemoveDay(NEW_YEAR).applyTo(EMPTY)).hasMessageContaining("没有记录，无需删除");
    }

    @Test
    @DisplayName("法定节假日尚未录全的年份不能标记为已公布，缺哪几日逐一列出")
    void announceIncompleteYear() {
        HolidayTable almost = new HolidayTable(
                Map.of(
                        NEW_YEAR,
                        DayKind.HOLIDAY,
                        LocalDate.of(2027, 5, 1),
                        DayKind.HOLIDAY,
                        LocalDate.of(2027, 10, 1),
                        DayKind.HOLIDAY,
                        LocalDate.of(2027, 10, 2),
                        DayKind.HOLIDAY,
                        LocalDate.of(2027, 10, 3),
                        DayKind.HOLIDAY),
                Set.of());

        assertThatThrownBy(() -> new AnnounceYear(2027, NOTICE).applyTo(almost))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("缺少法定节假日：2027-05-02；");

        HolidayTable whole =
                new PutDays(LocalDate.of(2027, 5, 2), null, DayKind.HOLIDAY, "劳动节", NOTICE).applyTo(almost);
        assertThat(new AnnounceYear(2027, NOTICE).applyTo(whole).announcedYears())
                .containsExactly(2027);
    }

    @Test
    @DisplayName("撤回没有公布的年份被拒绝，撤回后该年为暂定")
    void withdraw() {
        assertThatThrownBy(() -> new WithdrawYear(2027).applyTo(EMPTY)).hasMessageContaining("无需撤回");
        HolidayTable announced = new HolidayTable(Map.of(), Set.of(2027));
        assertThat(new WithdrawYear(2027).applyTo(announced).announcedYears()).isEmpty();
    }
}
