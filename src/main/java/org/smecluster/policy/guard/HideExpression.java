package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a form hides a field, as far as comparisons, {@code and}, {@code or} and {@code not(…)} say it. What is neither
 * given nor said stays open, and so does what this cannot read.
 */
final class HideExpression {

    /** What is known of an expression. */
    enum Truth {
        YES,
        NO,
        OPEN
    }

    /** What no combination of values settles. */
    private static final Object UNKNOWN = new Object();

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\"[^\"]*\"|[0-9]+(?:\\.[0-9]+)?|[\\p{L}_][\\p{L}\\p{N}_]*|!=|<=|>=|[=<>(),\\[\\]+\\-*/.])");

    private final List<String> tokens;
    private final Map<String, Object> values;
    private int at;

    private HideExpression(List<String> tokens, Map<String, Object> values) {
        this.tokens = tokens;
        this.values = values;
    }

    /**
     * @param text as the form has it, with or without the sign of an expression; empty hides nothing
     * @param values of fields and variables; of any other nothing is known
     */
    static Truth hides(String text, Map<String, Object> values) {
        String expression = text.startsWith("=") ? text.substring(1) : text;
        if (expression.isBlank()) {
            return Truth.NO;
        }
        try {
            HideExpression read = new HideExpression(split(expression), values);
            Object value = read.either();
            if (read.at < read.tokens.size()) {
                return Truth.OPEN;
            }
            return value == UNKNOWN ? Truth.OPEN : Boolean.TRUE.equals(value) ? Truth.YES : Truth.NO;
        } catch (Unreadable unreadable) {
            return Truth.OPEN;
        }
    }

    /** Whether every name and comparison in it is of the kind that this reads. */
    static boolean isReadable(String text) {
        String expression = text.startsWith("=") ? text.substring(1) : text;
        try {
            HideExpression read = new HideExpression(split(expression), Map.of());
            if (!expression.isBlank()) {
                read.either();
            }
            return read.at == read.tokens.size();
        } catch (Unreadable unreadable) {
            return false;
        }
    }

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static List<String> split(String expression) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        int from = 0;
        while (from < expression.length() && matcher.find(from) && matcher.start() == from) {
            tokens.add(matcher.group(1));
            from = matcher.end();
        }
        if (!expression.substring(from).isBlank()) {
            throw new Unreadable();
        }
        return tokens;
    }

    private Optional<String> peek() {
        return at < tokens.size() ? Optional.of(tokens.get(at)) : Optional.empty();
    }

    private boolean take(String token) {
        boolean there = peek().filter(token::equals).isPresent();
        if (there) {
            at++;
        }
        return there;
    }

    private String next() {
        if (at >= tokens.size()) {
            throw new Unreadable();
        }
        return tokens.get(at++);
    }

    private void must(String token) {
        if (!take(token)) {
            throw new Unreadable();
        }
    }

    private Object either() {
        Object value = both();
        while (take("or")) {
            Object other = both();
            value = Boolean.TRUE.equals(value) || Boolean.TRUE.equals(other)
                    ? Boolean.TRUE
                    : value == UNKNOWN || other == UNKNOWN ? UNKNOWN : Boolean.FALSE;
        }
        return value;
    }

    private Object both() {
        Object value = compared();
        while (take("and")) {
            Object other = compared();
            value = isFalse(value) || isFalse(other)
                    ? Boolean.FALSE
                    : value == UNKNOWN || other == UNKNOWN ? UNKNOWN : Boolean.TRUE;
        }
        return value;
    }

    /** FEEL takes null for what is not true. */
    private static boolean isFalse(Object value) {
        return value != UNKNOWN && !Boolean.TRUE.equals(value);
    }

    private Object compared() {
        Object left = simple();
        Optional<String> sign = peek().filter(List.of("=", "!=", "<", "<=", ">", ">=", "in")::contains);
        if (sign.isEmpty()) {
            return left;
        }
        at++;
        if (sign.get().equals("in")) {
            return oneOf(left);
        }
        Object right = simple();
        if (left == UNKNOWN || right == UNKNOWN) {
            return UNKNOWN;
        }
        return switch (sign.get()) {
            case "=" -> Objects.equals(left, right);
            case "!=" -> !Objects.equals(left, right);
            default -> ordered(sign.get(), left, right);
        };
    }

    private Object oneOf(Object left) {
        must("(");
        boolean among = false;
        do {
            Object option = simple();
            if (option == UNKNOWN) {
                throw new Unreadable();
            }
            among |= Objects.equals(left, option);
        } while (take(","));
        must(")");
        return left == UNKNOWN ? UNKNOWN : (Object) among;
    }

    private static Object ordered(String sign, Object left, Object right) {
        if (!(left instanceof Double one) || !(right instanceof Double other)) {
            return UNKNOWN;
        }
        return switch (sign) {
            case "<" -> one < other;
            case "<=" -> one <= other;
            case ">" -> one > other;
            default -> one >= other;
        };
    }

    private Object simple() {
        String token = next();
        if (token.equals("(")) {
            Object inner = either();
            must(")");
            return inner;
        }
        if (token.equals("not")) {
            must("(");
            Object inner = either();
            must(")");
            return inner instanceof Boolean known ? (Object) !known : inner;
        }
        if (token.startsWith("\"")) {
            return token.substring(1, token.length() - 1);
        }
        if (Character.isDigit(token.charAt(0))) {
            return Double.valueOf(token);
        }
        if (!token.matches("[\\p{L}_][\\p{L}\\p{N}_]*")
                || List.of("and", "or", "in").contains(token)) {
            throw new Unreadable();
        }
        if (peek().filter("("::equals).isPresent()) {
            throw new Unreadable();
        }
        return switch (token) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            case "null" -> null;
            default -> values.containsKey(token) ? values.get(token) : UNKNOWN;
        };
    }
}
