package org.smecluster.calendar;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.smecluster.law.TypedText;

/**
 * A day as people type it. The year has four digits: what {@link LocalDate} reads besides, such as +999999999-12-31, no
 * column holds, and a day more than it there is not.
 */
public final class TypedDay {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendValue(YEAR, 4)
            .appendLiteral('-')
            .appendValue(MONTH_OF_YEAR, 2)
            .appendLiteral('-')
            .appendValue(DAY_OF_MONTH, 2)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private TypedDay() {}

    /** @throws DateTimeParseException if it is none */
    public static LocalDate parse(String text) {
        return LocalDate.parse(TypedText.code(text), FORMAT);
    }
}
