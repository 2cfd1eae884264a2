package org.smecluster.law;

import java.math.BigDecimal;
import java.util.stream.Stream;

/** A comparison with a number, e.g. {@code >= 20}. */
public record Threshold(Operator operator, BigDecimal limit) {

    /** Whether a larger value is what is asked for. */
    public boolean wantsMore() {
        return operator == Operator.AT_LEAST || operator == Operator.ABOVE;
    }

    public boolean accepts(BigDecimal value) {
        int comparison = value.compareTo(limit);
        return switch (operator) {
            case AT_LEAST -> comparison >= 0;
            case ABOVE -> comparison > 0;
            case AT_MOST -> comparison <= 0;
            case BELOW -> comparison < 0;
        };
    }

    /** As a decision table writes it. */
    public enum Operator {
        AT_LEAST(">="),
        ABOVE(">"),
        AT_MOST("<="),
        BELOW("<");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public static Operator of(String symbol) {
            return Stream.of(values())
                    .filter(operator -> operator.symbol.equals(symbol))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
