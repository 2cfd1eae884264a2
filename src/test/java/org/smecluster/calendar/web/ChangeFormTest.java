package org.smecluster.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.calendar.CalendarChange.AnnounceYear;
import org.smecluster.calendar.CalendarChange.PutDays;
import org.smecluster.calendar.CalendarChange.RemoveDay;
import org.smecluster.calendar.CalendarChange.WithdrawYear;
import org.smecluster.calendar.CalendarDay;
import org.smecluster.calendar.DayKind;
import org.smecluster.law.Refusal;

@DisplayName("管理员在节假日页面填写的内容")
class ChangeFormTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final String NOTICE = "国办发明电〔2026〕1号";

    @Test
    @DisplayName("登记、删除、公布、撤回各成一项修改；截止日期可以不填")
    void changes() {
        assertThat(form("PUT", " 2027-01-01 ", "2027-01-03", "HOLIDAY", null).toChange())
                .isEqualTo(new PutDays(NEW_YEAR, NEW_YEAR.plusDays(2), DayKind.HOLIDAY, "元旦", NOTICE));
        assertThat(form("PUT", "2027-01-01", " ", "HOLIDAY", null).toChange())
                .isEqualTo(new PutDays(NEW_YEAR, NEW_YEAR, DayKind.HOLIDAY, "元旦", NOTICE));
        assertThat(form("REMOVE", "2027-01-01", null, null, null).toChange()).isEqualTo(new RemoveDay(NEW_YEAR));
        assertThat(form("ANNOUNCE", null, null, null, " 2027 ").toChange()).isEqualTo(new AnnounceYear(2027, NOTICE));
        assertThat(form("WITHDRAW", null, null, null, "2027").toChange()).isEqualTo(new WithdrawYear(2027));
    }

    @Test
    @DisplayName("已有的记录可以调出修改；空白的表默认是放假")
    void filledIn() {
        CalendarDay row = new CalendarDay(NEW_YEAR, DayKind.HOLIDAY, "元旦", NOTICE, "admin", Instant.EPOCH);
        assertThat(ChangeForm.of(row).toChange()).isEqualTo(new PutDays(NEW_YEAR, null, DayKind.HOLIDAY, "元旦", NOTICE));
        assertThat(ChangeForm.empty().kind()).isEqualTo("HOLIDAY");
        assertThatThrownBy(() -> ChangeForm.empty().toChange()).hasMessageContaining("请填写日期");
    }

    @Test
    @DisplayName("填错的日期、类型、操作都以中文退回")
    void mistakes() {
        assertThatThrownBy(
                        () -> form("PUT", "2027-02-30", null, "HOLIDAY", null).toChange())
                .isInstanceOf(Refusal.class)
                .hasMessage("起始日期“2027-02-30”不是有效的日期，请按年-月-日填写，例如2026-06-30");
        assertThatThrownBy(() -> form("PUT", "2027-01-01", null, "SUNDAY", null).toChange())
                .hasMessageContaining("请选择类型");
        assertThatThrownBy(() -> form("DROP", null, null, null, null).toChange())
                .hasMessageContaining("无法识别的操作");
        assertThatThrownBy(() -> form(null, null, null, null, null).toChange()).hasMessageContaining("无法识别的操作");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "27", "20270", "二〇二七"})
    @DisplayName("年份必须是四位数字")
    void year(String year) {
        assertThatThrownBy(() -> form("WITHDRAW", null, null, null, year).toChange())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("应为四位数字");
    }

    private static ChangeForm form(String action, String from, String to, String kind, String year) {
        return new ChangeForm(action, from, to, kind, "元旦", NOTICE, year);
    }
}
