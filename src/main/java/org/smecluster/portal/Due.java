package org.smecluster.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * A day by which something is to be done, as a clerk reads it: how long it is still, and the day.
 *
 * @param day the last one on which it is in time
 * @param left in days from today; negative where it is over
 */
record Due(LocalDate day, long left, LocalDate today) {

    private static final int SOON = 3;

    /** @param at null: none */
    static Due of(Instant at, LocalDate today) {
        if (at == null) {
            return null;
        }
        var moment = CaseFileModel.local(at);
        // the end of a day is said as that day's 24:00
        return of(
                moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? moment.toLocalDate().minusDays(1)
                        : moment.toLocalDate(),
                today);
    }

    static Due of(LocalDate day, LocalDate today) {
        return day == null ? null : new Due(day, ChronoUnit.DAYS.between(today, day), today);
    }

    public boolean over() {
        return left < 0;
    }

    public boolean soon() {
        return !over() && left <= SOON;
    }

    /** 还剩3天, 今天, 逾期2天. */
    public String words() {
        return over() ? "逾期" + -left + "天" : left == 0 ? "今天" : "还剩" + left + "天";
    }

    /** 12月14日; with the year where it is another one. */
    public String date() {
        return date(day, today);
    }

    static String date(LocalDate day, LocalDate today) {
        String date = day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        return day.getYear() == today.getYear() ? date : day.getYear() + "年" + date;
    }

    public String style() {
        return over() ? "due over" : soon() ? "due soon" : "due";
    }
}
