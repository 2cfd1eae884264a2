package org.smecluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One input of a Camunda Form. */
record FormField(String key, String label, String type, boolean fixed, String hide, JsonNode definition) {

    private static final List<String> INPUTS = List.of(
            "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist", "datetime");

    /** All inputs of the form, those within groups too. */
    static List<FormField> of(JsonNode form) {
        List<FormField> fields = new ArrayList<>();
        collect(form, "", fields);
        return fields;
    }

    private static void collect(JsonNode container, String inheritedHide, List<FormField> fields) {
        for (JsonNode component : container.path("components")) {
            String hide = either(component.path("conditional").path("hide").asText(""), inheritedHide);
            if (component.has("components")) {
                collect(component, hide, fields);
            } else if (INPUTS.contains(component.path("type").asText())) {
                fields.add(new FormField(
                        component.path("key").asText(),
                        labelOf(component),
                        component.path("type").asText(),
                        component.path("readonly").asBoolean()
                                || component.path("disabled").asBoolean(),
                        hide,
                        component));
            }
        }
    }

    private static String labelOf(JsonNode component) {
        for (String property : List.of("label", "dateLabel", "timeLabel")) {
            String label = component.path(property).asText("");
            if (!label.isBlank()) {
                return label;
            }
        }
        return component.path("key").asText();
    }

    private static String either(String own, String inherited) {
        String ownExpression = own.startsWith("=") ? own.substring(1) : own;
        if (ownExpression.isBlank() || inherited.isBlank()) {
            return ownExpression + inherited;
        }
        return "(" + inherited + ") or (" + ownExpression + ")";
    }

    JsonNode validation() {
        return definition.path("validate");
    }

    boolean required() {
        return validation().path("required").asBoolean();
    }
}
