package org.smecluster.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest(name = "{0}")
    @DisplayName("年份在2000至2100之间，含两头")
    @CsvSource({"1999, false", "2000, true", "2100, true", "2101, false"})
    void years(int year, boolean accepted) {
        LocalDate day = LocalDate.of(year, 6, 1);

        for (ThrowingCallable change : List.<ThrowingCallable>of(
                () -> put(day, null, "端午节"), () -> new AnnounceYear(year, NOTICE), () -> new WithdrawYear(year))) {
            if (accepted) {
                assertThatCode(change).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(change).isInstanceOf(Refusal.class).hasMessageContaining("检查");
            }
        }
    }

    @Test
    @DisplayName("跨年的一段，末日也不能超出2100年")
    void spanBeyondTheLastYear() {
        assertThatThrownBy(() -> put(LocalDate.of(2100, 12, 31), LocalDate.of(2101, 1, 1), "元旦"))
                .hasMessageContaining("请检查年份");
    }

    @Test
    @DisplayName("名称至多100个字，依据至多300个字，前后空格不计")
    void lengths() {
        assertThat(put(NEW_YEAR, null, " " + "长".repeat(100) + " ").name()).hasSize(100);
        assertThatThrownBy(() -> put(NEW_YEAR, null, "长".repeat(101))).hasMessageContaining("现有101个字");
        assertThat(new AnnounceYear(2027, "文".repeat(300)).source()).hasSize(300);
        assertThatThrownBy(() -> new AnnounceYear(2027, "文".repeat(301))).hasMessageContaining("不能超过300个字");
    }

    @Test
    @DisplayName("调休上班可登记在周六和周日，放假可登记在任何一日")
    void workedWeekend() {
        LocalDate saturday = LocalDate.of(2027, 2, 6);
        assertThat(new PutDays(saturday, saturday.plusDays(1), DayKind.WORKDAY, "调休", NOTICE)
                        .applyTo(EMPTY)
                        .days())
                .hasSize(2)
                .containsEntry(saturday, DayKind.WORKDAY);
        assertThatThrownBy(() -> new PutDays(saturday, saturday.plusDays(2), DayKind.WORKDAY, "调休", NOTICE))
                .hasMessage("2027-02-08是星期一，不是周末，不能登记为调休上班；如当日放假记录有误，请删除该记录");
    }

    @Test
    @DisplayName("删除的只是那一日，其余记录和已公布的年份不变")
    void removeOne() {
        HolidayTable table = new HolidayTable(
                Map.of(NEW_YEAR, DayKind.HOLIDAY, NEW_YEAR.plusDays(1), DayKind.HOLIDAY), Set.of(2026));

        assertThat(new RemoveDay(NEW_YEAR).applyTo(table))
                .isEqualTo(new HolidayTable(Map.of(NEW_YEAR.plusDays(1), DayKind.HOLIDAY), Set.of(2026)));
        assertThatThrownBy(() -> new RemoveDay(null)).isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("登记、删除只改变日期，公布、撤回只改变年份")
    void nothingElseChanges() {
        HolidayTable table = new HolidayTable(Map.of(NEW_YEAR.minusYears(1), DayKind.HOLIDAY), Set.of(2025, 2026));

        assertThat(put(NEW_YEAR, null, "元旦").applyTo(table))
                .isEqualTo(new HolidayTable(
                        Map.of(NEW_YEAR.minusYears(1), DayKind.HOLIDAY, NEW_YEAR, DayKind.HOLIDAY),
                        Set.of(2025, 2026)));
        assertThat(new WithdrawYear(2026).applyTo(table)).isEqualTo(new HolidayTable(table.days(), Set.of(2025)));
    }

    @Test
    @DisplayName("每项修改说得出做了什么，从哪一年看得到")
    void inWords() {
        assertThat(put(NEW_YEAR, null, "元旦").description()).isEqualTo("将2027-01-01登记为放假（元旦）");
        assertThat(put(NEW_YEAR, NEW_YEAR.plusDays(2), "元旦").description())
                .isEqualTo("将2027-01-01至2027-01-03登记为放假（元旦）");
        assertThat(new RemoveDay(NEW_YEAR).description()).isEqualTo("删除2027-01-01的记录");
        assertThat(new AnnounceYear(2027, NOTICE).description()).isEqualTo("将2027年标记为已公布（" + NOTICE + "）");
        assertThat(new WithdrawYear(2027).description()).isEqualTo("撤回2027年的已公布标记");
        assertThat(List.of(
                        put(NEW_YEAR, null, "元旦"),
                        new RemoveDay(NEW_YEAR),
                        new AnnounceYear(2027, NOTICE),
                        new WithdrawYear(2027)))
                .extracting(CalendarChange::year)
                .containsOnly(2027);
    }
}
