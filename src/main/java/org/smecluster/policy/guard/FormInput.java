package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One input of a form, those within groups too.
 *
 * @param hide when it is hidden, by itself or with its group; empty where never
 */
record FormInput(String key, String type, Json json, String hide) {

    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist", "datetime");

    static List<FormInput> all(Json form) {
        List<FormInput> inputs = new ArrayList<>();
        collect(form, "", inputs);
        return inputs;
    }

    private static void collect(Json container, String around, List<FormInput> inputs) {
        for (Json component : container.at("components").items()) {
            String own = component.at("conditional").at("hide").text();
            String hide = either(own == null ? "" : own, around);
            if (!component.at("components").items().isEmpty()) {
                collect(component, hide, inputs);
            } else if (component.at("type").text() != null
                    && INPUTS.contains(component.at("type").text())
                    && component.at("key").text() != null) {
                inputs.add(new FormInput(
                        component.at("key").text(), component.at("type").text(), component, hide));
            }
        }
    }

    private static String either(String own, String around) {
        String inner = own.startsWith("=") ? own.substring(1) : own;
        if (inner.isBlank() || around.isBlank()) {
            return inner.isBlank() ? around : inner;
        }
        return "(" + inner + ") or (" + around + ")";
    }

    boolean isRequired() {
        return json.at("validate").at("required").isTrue();
    }

    /** Nobody can fill it in. */
    boolean isFixed() {
        return json.at("readonly").isTrue() || json.at("disabled").isTrue();
    }

    /** Codes of the options, in the order of the form. */
    List<String> codes() {
        return json.at("values").items().stream()
                .map(option -> option.at("value").text())
                .toList();
    }

    /** The name under which the program gives the options; null where the form says them. */
    String offered() {
        return json.at("valuesKey").text();
    }

    /** A limit of what may be entered; null where there is none. */
    Double limit(String name) {
        return json.at("validate").at(name).value() instanceof Double limit ? limit : null;
    }

    /** Of the component; its key where it has no id. */
    String element() {
        String id = json.at("id").text();
        return id == null ? key : id;
    }

    /** As a person calls it. */
    String called() {
        for (String name : List.of("label", "dateLabel")) {
            String label = json.at(name).text();
            if (label != null && !label.isBlank()) {
                return "栏目“" + label + "”（" + key + "）";
            }
        }
        return "栏目“" + key + "”";
    }
}
