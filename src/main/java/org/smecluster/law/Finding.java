package org.smecluster.law;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One requirement of 第十一条 held against one case. Values, not words: what a reader sees is made where it is shown.
 *
 * @param code the requirement's code, as in the contract, e.g. {@code minAnnualOutput}
 * @param decision id of the DMN table that judged it, e.g. {@code coreCompetitiveness}
 * @param decisionVersion version of that table in the engine
 * @param rule id of the table's rule that matched
 * @param article as the table cites it, e.g. {@code 第十一条(一)}
 * @param label the requirement's name on screen
 * @param inputs what the table's rules of this requirement look at, in their order; none where a person judges
 * @param requirement the threshold in Chinese, as the table states it
 * @param outcome what the table says
 * @param shortfall the ways to meet a missed requirement, each with all that is missing for it; empty where nothing is
 *     missed or the distance has no measure
 */
public record Finding(
        String code,
        String decision,
        int decisionVersion,
        String rule,
        String article,
        String label,
        List<Input> inputs,
        String requirement,
        Outcome outcome,
        List<List<Miss>> shortfall) {

    public Finding {
        inputs = List.copyOf(inputs);
        shortfall = shortfall.stream().map(List::copyOf).toList();
    }

    /** Whether no figure and no declaration measures it. */
    public boolean forAPerson() {
        return inputs.isEmpty();
    }

    public Optional<Input> input(String name) {
        return inputs.stream().filter(input -> input.code().equals(name)).findFirst();
    }

    /** Whether whoever judged by the other would have seen the same, in whatever version of the table. */
    public boolean saysTheSameAs(Finding other) {
        return code.equals(other.code)
                && outcome == other.outcome
                && requirement.equals(other.requirement)
                && looksLike(other)
                && reasons().equals(other.reasons());
    }

    /** Why values are missing. */
    public List<String> reasons() {
        return inputs.stream()
                .map(Input::reason)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether a reader of both sees the same values, decimals that are not shown apart. */
    public boolean looksLike(Finding other) {
        return inputs.stream()
                .map(Input::shown)
                .toList()
                .equals(other.inputs.stream().map(Input::shown).toList());
    }

    /**
     * One value that a requirement looks at.
     *
     * @param code of the decision input, or the expression that the table calculates
     * @param label its name on screen
     * @param unit null where the table calculates the value, which has no unit and no threshold then
     * @param value as the table judged it: BigDecimal, Boolean or String; null where there is none
     * @param threshold of the first way to meet the requirement that looks at it; null where that is not one number
     * @param limits the numbers that it is compared with: shown decimals keep it on its own side of each
     * @param reason why there is no value, in Chinese; null where there is one
     * @param beside what it comes to when read otherwise, shown and not judged; null where there is one reading
     */
    public record Input(
            String code,
            String label,
            Unit unit,
            Object value,
            Threshold threshold,
            List<BigDecimal> limits,
            String reason,
            Input beside) {

        public Input {
            limits = List.copyOf(limits);
        }

        public boolean calculatedByTable() {
            return unit == null;
        }

        /** Empty where it is none, or of no unit. */
        public Optional<BigDecimal> number() {
            return calculatedByTable() || !(value instanceof BigDecimal number)
                    ? Optional.empty()
                    : Optional.of(number);
        }

        /** Its number as a reader sees it, a ratio as a ratio. */
        public Optional<BigDecimal> shownNumber() {
            return number().map(number -> unit.shown(number, limits));
        }

        private Seen shown() {
            return new Seen(
                    code,
                    calculatedByTable()
                            ? null
                            : shownNumber().map(Object.class::cast).orElse(value),
                    beside == null ? null : beside.shown());
        }

        private record Seen(String code, Object value, Seen beside) {}
    }

    /**
     * What one value lacks.
     *
     * @param input code of the input
     * @param by how far it is from the threshold, never negative; zero where it lies on a limit that it must pass
     */
    public record Miss(String input, Threshold threshold, BigDecimal by) {}
}
