package org.smecluster.portal;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Fields of a form that stand once for each of a number of things, e.g. {@code answer-17}. */
final class NumberedFields {

    private NumberedFields() {}

    /**
     * What was typed, by the number behind the prefix; a field of another name is none of them.
     *
     * @param digits at most so many
     */
    static <N> Map<N, String> of(Map<String, String> fields, String prefix, int digits, Function<String, N> read) {
        Map<N, String> typed = new TreeMap<>();
        fields.forEach((name, text) -> {
            String number = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
            if (number.matches("[0-9]{1," + digits + "}")) {
                typed.put(read.apply(number), text);
            }
        });
        return typed;
    }
}
