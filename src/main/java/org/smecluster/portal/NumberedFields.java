package org.smecluster.portal;

import java.util.Map;
import java.util.TreeMap;

/** Fields of a form that stand once for each of a number of things, e.g. {@code answer-17}. */
final class NumberedFields {

    private static final String NUMBER = "[0-9]{1,12}";

    private NumberedFields() {}

    /** What was typed, by the number behind the prefix; a field of another name is none of them. */
    static Map<Long, String> of(Map<String, String> fields, String prefix) {
        Map<Long, String> typed = new TreeMap<>();
        fields.forEach((name, text) -> {
            String number = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
            if (number.matches(NUMBER)) {
                typed.put(Long.valueOf(number), text);
            }
        });
        return typed;
    }
}
