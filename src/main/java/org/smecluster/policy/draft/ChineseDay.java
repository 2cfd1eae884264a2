package org.smecluster.policy.draft;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day in a sentence: 2026年12月14日. */
final class ChineseDay {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private ChineseDay() {}

    static String of(LocalDate day) {
        return DAY.format(day);
    }
}
