package org.smecluster.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smecluster.law.Refusal;
import org.smecluster.law.TypedText;

/**
 * A day as people type it, read the same at every way in: {@code 2027-03-01}, {@code 2027/3/1}, {@code 2027.3.1},
 * {@code 20270301}, {@code 2027年3月1日}, also in full-width digits. All else is none, and nothing is guessed: no day that
 * the month has not, no year of two digits or of more than four. {@code assets/day.js} reads the same in the browser.
 */
public final class TypedDay {

    private static final Pattern FORMS = Pattern.compile(
            "(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + "|(\\d{4})(\\d{2})(\\d{2})|(\\d{4})年(\\d{1,2})月(\\d{1,2})日");

    /** The groups of {@link #FORMS} that hold the year, the month and the day. */
    private static final int[][] PLACES = {{1, 3, 4}, {5, 6, 7}, {8, 9, 10}};

    /** What is before it is a slip of the hand: 0207 for 2027. */
    private static final int FIRST_YEAR = 1900;

    private TypedDay() {}

    /** @throws DateTimeParseException if it is none */
    public static LocalDate parse(String text) {
        Matcher typed = FORMS.matcher(TypedText.plain(text));
        if (typed.matches()) {
            for (int[] places : PLACES) {
                if (typed.group(places[0]) != null) {
                    return day(text, number(typed, places[0]), number(typed, places[1]), number(typed, places[2]));
                }
            }
        }
        throw new DateTimeParseException("no day", text, 0);
    }

    /**
     * @param label of the field, as it stands on the page
     * @param text null or blank where nothing was typed
     * @return null where nothing was typed
     * @throws Refusal if it is none
     */
    public static LocalDate read(String label, String text) {
        try {
            return text == null || text.isBlank() ? null : parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new Refusal(label + "“" + text.strip() + "”不是有效的日期，请按年-月-日填写，例如2026-06-30");
        }
    }

    private static LocalDate day(String text, int year, int month, int dayOfMonth) {
        if (year < FIRST_YEAR) {
            throw new DateTimeParseException("a slip", text, 0);
        }
        try {
            return LocalDate.of(year, month, dayOfMonth);
        } catch (DateTimeException noSuchDay) {
            throw new DateTimeParseException(noSuchDay.getMessage(), text, 0, noSuchDay);
        }
    }

    private static int number(Matcher typed, int group) {
        return Integer.parseInt(typed.group(group));
    }
}
