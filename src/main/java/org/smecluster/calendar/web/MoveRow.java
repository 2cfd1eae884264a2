package org.smecluster.calendar.web;

import java.io.Serializable;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.DeadlineMove;

/** One open deadline that a change moves, ready to read. */
record MoveRow(String caseNumber, String kind, String article, String before, String after, String note)
        implements Serializable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日（E）", Locale.SIMPLIFIED_CHINESE);

    static MoveRow of(DeadlineMove move, Instant now) {
        return new MoveRow(
                move.before().spec().caseNumber(),
                move.before().spec().kind().label(),
                move.before().spec().kind().basis(),
                text(move.before().dueAt(), move.before().provisional()),
                text(move.after().over(), move.after().provisional()),
                note(move, now));
    }

    private static String text(Instant over, boolean provisional) {
        return DAY.format(Deadline.lastDayBefore(over)) + Deadline.hour(over) + (provisional ? "，暂定" : "");
    }

    private static String note(DeadlineMove move, Instant now) {
        if (!move.dateMoves()) {
            return move.after().provisional() ? "日期不变，转为暂定" : "日期不变，转为确定";
        }
        if (move.overAt(now)) {
            return "新的期限已过，保存后立即届满，请特别核对";
        }
        return move.after().over().isAfter(move.before().dueAt()) ? "延后" : "提前";
    }
}
