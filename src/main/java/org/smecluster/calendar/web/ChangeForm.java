package org.smecluster.calendar.web;

import java.util.Arrays;
import org.smecluster.calendar.CalendarChange;
import org.smecluster.calendar.CalendarChange.AnnounceYear;
import org.smecluster.calendar.CalendarChange.PutDays;
import org.smecluster.calendar.CalendarChange.RemoveDay;
import org.smecluster.calendar.CalendarChange.WithdrawYear;
import org.smecluster.calendar.CalendarDay;
import org.smecluster.calendar.DayKind;
import org.smecluster.calendar.TypedDay;
import org.smecluster.law.Refusal;

/** What the page sends, as typed; every field may be absent. */
record ChangeForm(String action, String from, String to, String kind, String name, String source, String year) {

    static ChangeForm empty() {
        return new ChangeForm("PUT", "", "", DayKind.HOLIDAY.name(), "", "", "");
    }

    static ChangeForm of(CalendarDay day) {
        return new ChangeForm("PUT", day.day().toString(), "", day.kind().name(), day.name(), day.source(), "");
    }

    /** @throws Refusal with every reason in Chinese */
    CalendarChange toChange() {
        return switch (action == null ? "" : action) {
            case "PUT" -> new PutDays(TypedDay.read("起始日期", from), TypedDay.read("截止日期", to), dayKind(), name, source);
            case "REMOVE" -> new RemoveDay(TypedDay.read("日期", from));
            case "ANNOUNCE" -> new AnnounceYear(yearNumber(), source);
            case "WITHDRAW" -> new WithdrawYear(yearNumber());
            default -> throw new Refusal("无法识别的操作，请返回节假日表重新提交");
        };
    }

    private DayKind dayKind() {
        return Arrays.stream(DayKind.values())
                .filter(value -> value.name().equals(kind))
                .findFirst()
                .orElse(null);
    }

    private int yearNumber() {
        String text = year == null ? "" : year.strip();
        if (!text.matches("\\d{4}")) {
            throw new Refusal("年份“" + text + "”无效，应为四位数字，例如2027，请改正");
        }
        return Integer.parseInt(text);
    }
}
