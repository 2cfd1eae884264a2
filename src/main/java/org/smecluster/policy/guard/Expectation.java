package org.smecluster.policy.guard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a column of a row must hold.
 *
 * @param type    boolean, double, string; or text, of which only that something is written; or label, of which the words may
 *                change but not whether anything is written
 * @param cases   the first that applies says the value; empty where any will do
 * @param usual   whether another value is a matter for a second person and not for the Measures
 * @param also    values that are as lawful as the usual one
 * @param oneOf   where not empty, one of these
 * @param least   of a number; null where there is none
 * @param words   all must stand in it
 * @param article that of the decision where it is none of its own
 */
record Expectation(
        String type,
        List<Case> cases,
        boolean usual,
        Set<Object> also,
        List<Object> oneOf,
        BigDecimal least,
        List<String> words,
        String article) {

    /**
     * @param when   null: always
     * @param value  what is expected
     * @param orElse values for which a second person may answer
     */
    record Case(FeelNode when, FeelNode value, Set<Object> orElse) {}

    enum Verdict {
        RIGHT,
        UNUSUAL,
        WRONG
    }

    /** What is expected of these inputs; empty cases: nothing in particular. */
    Object expected(Map<String, Object> inputs) {
        FeelMeaning meaning = new FeelMeaning(inputs, null);
        return applying(inputs).map(each -> meaning.value(each.value())).orElse(null);
    }

    private Optional<Case> applying(Map<String, Object> inputs) {
        FeelMeaning meaning = new FeelMeaning(inputs, null);
        return cases.stream()
                .filter(each -> each.when() == null || Boolean.TRUE.equals(meaning.value(each.when())))
                .findFirst();
    }

    Verdict of(Object value, Map<String, Object> inputs) {
        if (type.equals("text")) {
            return value instanceof String text && !text.isBlank() && says(text) ? Verdict.RIGHT : Verdict.WRONG;
        }
        if (!oneOf.isEmpty() && !oneOf.contains(value)) {
            return Verdict.WRONG;
        }
        if (type.equals("double") && value != null) {
            return value instanceof BigDecimal number && (least == null || number.compareTo(least) >= 0)
                    ? Verdict.RIGHT
                    : Verdict.WRONG;
        }
        if (cases.isEmpty()) {
            return Verdict.RIGHT;
        }
        Object expected = expected(inputs);
        if (Objects.equals(expected, value) || type.equals("label") && nothing(expected) && nothing(value)) {
            return Verdict.RIGHT;
        }
        if (type.equals("label")) {
            return nothing(expected) == nothing(value) ? Verdict.UNUSUAL : Verdict.WRONG;
        }
        boolean mayBe = usual && (also.isEmpty() ? value != null : also.contains(value))
                || applying(inputs)
                        .filter(each -> each.orElse().contains(value))
                        .isPresent();
        return mayBe ? Verdict.UNUSUAL : Verdict.WRONG;
    }

    private boolean says(String text) {
        return words.stream().allMatch(word -> Wording.says(text, word));
    }

    private static boolean nothing(Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }
}
