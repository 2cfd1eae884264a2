package org.smecluster.testsheet;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.smecluster.law.TypedText;

/** What a cell of a test sheet says, and how a value is written there. */
final class Cell {

    /** Of what has to come out: nothing does. */
    static final String NOTHING = "（空）";

    private static final String YES = "是";
    private static final String NO = "否";
    private static final Set<String> NUMBERS = Set.of("double", "integer", "long", "number");

    private Cell() {}

    static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 30 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** As Excel's own values are read: TRUE is 是. */
    static String typed(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "TRUE" -> YES;
            case "FALSE" -> NO;
            default -> text;
        };
    }

    /**
     * In Chinese, why the text is none of the type; empty where it is one.
     *
     * @param type as DMN calls it; null: anything
     */
    static Optional<String> misfit(String text, String type) {
        if ("boolean".equals(type)) {
            return text.equals(YES) || text.equals(NO) ? Optional.empty() : Optional.of("应填“是”或“否”，不知道的留空");
        }
        if (type == null || !NUMBERS.contains(type)) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = number(text);
        if (number.isEmpty()) {
            return Optional.of("应填数字，不带单位和百分号");
        }
        boolean whole = number.get().stripTrailingZeros().scale() <= 0;
        return type.equals("double") || type.equals("number") || whole ? Optional.empty() : Optional.of("应填整数");
    }

    /** What a decision is given for the text; it fits the type. */
    static Object value(String text, String type) {
        if (text.isEmpty()) {
            return null;
        }
        boolean any = type == null;
        if ("boolean".equals(type) || any && (text.equals(YES) || text.equals(NO))) {
            return text.equals(YES);
        }
        return any || NUMBERS.contains(type)
                ? number(text).<Object>map(each -> each).orElse(text)
                : text;
    }

    /** A value that came out, as a cell has it. */
    static String shown(Object value) {
        if (value == null || "".equals(value)) {
            return NOTHING;
        }
        if (value instanceof Boolean is) {
            return is ? YES : NO;
        }
        return value instanceof Number
                ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                : TypedText.line(value.toString());
    }

    /** Whether what came out is what the cell asks for. */
    static boolean same(String expected, Object value) {
        String came = shown(value);
        return came.equals(expected)
                || value instanceof Number
                        && number(expected)
                                .filter(wanted -> wanted.compareTo(new BigDecimal(came)) == 0)
                                .isPresent();
    }
}
