package org.smecluster.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.smecluster.law.Refusal;

/** One edit of the holiday table by an administrator. Each is refused in Chinese, with every reason at once. */
public sealed interface CalendarChange {

    int EARLIEST_YEAR = 2000;
    int LATEST_YEAR = 2100;
    int MOST_DAYS = 31;
    int LONGEST_NAME = 100;
    int LONGEST_SOURCE = 300;

    /** The table as the change leaves it. */
    HolidayTable applyTo(HolidayTable table);

    /** The year in which the change shows first. */
    int year();

    /** What is done, in Chinese. */
    String description();

    /** Rows for each day of a span, replacing what stands there. */
    record PutDays(LocalDate from, LocalDate to, DayKind kind, String name, String source) implements CalendarChange {

        public PutDays {
            List<String> reasons = new ArrayList<>();
            if (from == null) {
                reasons.add("请填写日期，格式如2027-01-01");
            } else {
                to = to == null ? from : to;
                if (to.isBefore(from)) {
                    reasons.add("截止日期（" + to + "）早于起始日期（" + from + "），请调整");
                } else if (from.plusDays(MOST_DAYS - 1L).isBefore(to)) {
                    reasons.add("一次最多录入" + MOST_DAYS + "天，请分次录入");
                } else if (from.getYear() < EARLIEST_YEAR || to.getYear() > LATEST_YEAR) {
                    reasons.add("日期应在" + EARLIEST_YEAR + "年至" + LATEST_YEAR + "年之间，请检查年份");
                } else if (kind == DayKind.WORKDAY) {
                    from.datesUntil(to.plusDays(1))
                            .filter(day -> !WorkingDays.isWeekend(day))
                            .map(day -> day + "是" + weekday(day) + "，不是周末，不能登记为调休上班；如当日放假记录有误，请删除该记录")
                            .forEach(reasons::add);
                }
            }
            if (kind == null) {
                reasons.add("请选择类型：放假或调休上班");
            }
            name = text(name, "名称", LONGEST_NAME, reasons);
            source = text(source, "依据（文号）", LONGEST_SOURCE, reasons);
            refuse(reasons);
        }

        Stream<LocalDate> days() {
            return from.datesUntil(to.plusDays(1));
        }

        @Override
        public HolidayTable applyTo(HolidayTable table) {
            Map<LocalDate, DayKind> days = new HashMap<>(table.days());
            days().forEach(day -> days.put(day, kind));
            return new HolidayTable(days, table.announcedYears());
        }

        @Override
        public int year() {
            return from.getYear();
        }

        @Override
        public String description() {
            String span = from.equals(to) ? from.toString() : from + "至" + to;
            return "将" + span + "登记为" + kind.label() + "（" + name + "）";
        }
    }

    /** Takes away the row of a day, which then follows its day of the week. */
    record RemoveDay(LocalDate day) implements CalendarChange {

        public RemoveDay {
            if (day == null) {
                throw new Refusal("请指明要删除的日期");
            }
        }

        @Override
        public HolidayTable applyTo(HolidayTable table) {
            if (!table.days().containsKey(day)) {
                throw new Refusal(day + "没有记录，无需删除；请刷新页面后再看");
            }
            Map<LocalDate, DayKind> days = new HashMap<>(table.days());
            days.remove(day);
            return new HolidayTable(days, table.announcedYears());
        }

        @Override
        public int year() {
            return day.getYear();
        }

        @Override
        public String description() {
            return "删除" + day + "的记录";
        }
    }

    /** Says that the rows of a year are those of the State Council's notice. */
    record AnnounceYear(int year, String source) implements CalendarChange {

        public AnnounceYear {
            List<String> reasons = new ArrayList<>();
            checkYear(year, reasons);
            source = text(source, "国务院办公厅通知文号", LONGEST_SOURCE, reasons);
            refuse(reasons);
        }

        @Override
        public HolidayTable applyTo(HolidayTable table) {
            List<LocalDate> missing = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(WorkingDays::isFixedHoliday)
                    .filter(day -> table.days().get(day) != DayKind.HOLIDAY)
                    .toList();
            if (!missing.isEmpty()) {
                throw new Refusal(year + "年的放假安排尚未录全，缺少法定节假日："
                        + String.join(
                                "、", missing.stream().map(LocalDate::toString).toList())
                        + "；请先按通知录入全年放假和调休日期，再标记为已公布");
            }
            return withYears(table, years -> years.add(year));
        }

        @Override
        public String description() {
            return "将" + year + "年标记为已公布（" + source + "）";
        }
    }

    /** Takes the mark away again: the year's days are provisional. */
    record WithdrawYear(int year) implements CalendarChange {

        public WithdrawYear {
            List<String> reasons = new ArrayList<>();
            checkYear(year, reasons);
            refuse(reasons);
        }

        @Override
        public HolidayTable applyTo(HolidayTable table) {
            if (!table.announcedYears().contains(year)) {
                throw new Refusal(year + "年没有标记为已公布，无需撤回");
            }
            return withYears(table, years -> years.remove(year));
        }

        @Override
        public String description() {
            return "撤回" + year + "年的已公布标记";
        }
    }

    private static HolidayTable withYears(HolidayTable table, Consumer<Set<Integer>> edit) {
        Set<Integer> years = new HashSet<>(table.announcedYears());
        edit.accept(years);
        return new HolidayTable(table.days(), years);
    }

    private static void checkYear(int year, List<String> reasons) {
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            reasons.add("年份应在" + EARLIEST_YEAR + "至" + LATEST_YEAR + "之间，请检查");
        }
    }

    private static String text(String value, String label, int longest, List<String> reasons) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            reasons.add("请填写" + label);
        } else if (text.length() > longest) {
            reasons.add(label + "不能超过" + longest + "个字，现有" + text.length() + "个字，请缩短");
        }
        return text;
    }

    private static void refuse(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
    }

    private static String weekday(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday.getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE);
    }
}
