package org.smecluster.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smecluster.law.Threshold;
import org.smecluster.law.Threshold.Operator;

/**
 * A condition as it is written in a cell of a decision table: comparisons with a number, {@code true}, {@code false}
 * and {@code null}, several of them apart by commas. What else the table's language allows is left unread: it accepts
 * nothing here and has no threshold, so that no distance is claimed that is not understood. Judging is the engine's
 * business alone.
 */
record ConditionCell(List<String> alternatives) {

    private static final Pattern COMPARISON = Pattern.compile("(>=|>|<=|<)\\s*(-?\\d+(?:\\.\\d+)?)");

    static ConditionCell parse(String text) {
        return new ConditionCell(Stream.of(text.split(",")).map(String::strip).toList());
    }

    List<Threshold> thresholds() {
        return alternatives.stream()
                .map(ConditionCell::threshold)
                .flatMap(Optional::stream)
                .toList();
    }

    boolean accepts(Object value) {
        return alternatives.stream().anyMatch(alternative -> accepts(alternative, value));
    }

    private static boolean accepts(String alternative, Object value) {
        if (value instanceof Number number) {
            return threshold(alternative)
                    .map(threshold -> threshold.accepts(exact(number)))
                    .orElse(false);
        }
        return alternative.equals(String.valueOf(value));
    }

    /** Written out in full, as a database gives it back. */
    static BigDecimal exact(Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        return exact.setScale(Math.max(0, exact.scale()));
    }

    private static Optional<Threshold> threshold(String text) {
        Matcher written = COMPARISON.matcher(text);
        return written.matches()
                ? Optional.of(new Threshold(Operator.of(written.group(1)), new BigDecimal(written.group(2))))
                : Optional.empty();
    }
}
