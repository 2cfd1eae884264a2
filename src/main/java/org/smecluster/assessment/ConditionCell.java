package org.smecluster.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A condition as it is written in a cell of a decision table: comparisons with a number, {@code true}, {@code false}
 * and {@code null}, several of them apart by commas. What else the table's language allows is left unread: it accepts
 * nothing here and has no threshold, so that no distance is claimed that is not understood. Judging is the engine's
 * business alone.
 */
record ConditionCell(List<String> alternatives) {

    static ConditionCell parse(String text) {
        return new ConditionCell(Stream.of(text.split(",")).map(String::strip).toList());
    }

    List<Threshold> thresholds() {
        return alternatives.stream()
                .map(Threshold::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    boolean accepts(Object value) {
        return alternatives.stream().anyMatch(alternative -> accepts(alternative, value));
    }

    private static boolean accepts(String alternative, Object value) {
        if (value instanceof Number number) {
            return Threshold.parse(alternative)
                    .map(threshold -> threshold.accepts(exact(number)))
                    .orElse(false);
        }
        return alternative.equals(String.valueOf(value));
    }

    static BigDecimal exact(Number number) {
        return new BigDecimal(number.toString());
    }

    /** A comparison with a number, e.g. {@code >= 20}. */
    record Threshold(Operator operator, BigDecimal limit) {

        private static final Pattern WRITTEN = Pattern.compile("(>=|>|<=|<)\\s*(-?\\d+(?:\\.\\d+)?)");

        static Optional<Threshold> parse(String text) {
            Matcher written = WRITTEN.matcher(text);
            return written.matches()
                    ? Optional.of(new Threshold(Operator.of(written.group(1)), new BigDecimal(written.group(2))))
                    : Optional.empty();
        }

        /** Whether a larger value is what is asked for. */
        boolean wantsMore() {
            return operator == Operator.AT_LEAST || operator == Operator.ABOVE;
        }

        boolean accepts(BigDecimal value) {
            int comparison = value.compareTo(limit);
            return switch (operator) {
                case AT_LEAST -> comparison >= 0;
                case ABOVE -> comparison > 0;
                case AT_MOST -> comparison <= 0;
                case BELOW -> comparison < 0;
            };
        }
    }

    enum Operator {
        AT_LEAST(">="),
        ABOVE(">"),
        AT_MOST("<="),
        BELOW("<");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        static Operator of(String symbol) {
            return Stream.of(values())
                    .filter(operator -> operator.symbol.equals(symbol))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
