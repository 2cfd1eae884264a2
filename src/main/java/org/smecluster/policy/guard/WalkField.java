package org.smecluster.policy.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The field of a form that settles a variable.
 *
 * @param byCode what the program makes of each choice, where that is not the choice itself; empty where it is
 * @param flags whether the variable is yes or no
 */
record WalkField(FormInput input, Map<String, Value> byCode, boolean flags) {

    /** @param entered as the form was accepted; null where the field was hidden or left empty */
    Value value(Object entered) {
        if (!byCode.isEmpty()) {
            return byCode.getOrDefault(code(entered), Value.NULL);
        }
        if (entered == null || "".equals(entered)) {
            return input.type().equals("checkbox") ? Value.FALSE : Value.NULL;
        }
        if (flags && entered instanceof String text) {
            return Value.of(Boolean.valueOf(text));
        }
        return entered instanceof List<?> ? Value.OTHER : Value.of(entered);
    }

    private String code(Object entered) {
        return entered == null && input.type().equals("checkbox") ? "false" : String.valueOf(entered);
    }

    /** The choices, by code, as the form words them; empty where anything may be entered. */
    Map<String, String> choices() {
        if (input.type().equals("checkbox")) {
            return Map.of("true", "勾选", "false", "不勾选");
        }
        Map<String, String> choices = new LinkedHashMap<>();
        for (Json option : input.json().at("values").items()) {
            String code = option.at("value").text();
            String label = option.at("label").text();
            if (code != null) {
                choices.put(code, label == null || label.isBlank() ? code : label.strip());
            }
        }
        return choices;
    }

    /** Whether a choice of the form comes to the value. */
    boolean comesTo(String code, Value value) {
        return value(entered(code)).equals(value);
    }

    private Object entered(String code) {
        return input.type().equals("checkbox") ? Boolean.valueOf(code) : code;
    }

    /** As a person calls it. */
    String label() {
        for (String name : List.of("label", "dateLabel")) {
            String label = input.json().at(name).text();
            if (label != null && !label.isBlank()) {
                return label.strip();
            }
        }
        return input.key();
    }
}
