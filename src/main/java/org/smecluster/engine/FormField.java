package org.smecluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** One input of a Camunda Form. */
public record FormField(String key, String label, String type, boolean fixed, String hide, JsonNode definition) {

    private static final List<String> INPUTS = List.of(
            "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist", "datetime");

    /** All inputs of the form, those within groups too. */
    public static List<FormField> of(JsonNode form) {
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

    public JsonNode validation() {
        return definition.path("validate");
    }

    /** Whether a value is of the kind that the field holds, complete and valid or not; nothing is always. */
    public boolean holds(Object value) {
        if (fixed) {
            return false;
        }
        if (value == null) {
            return true;
        }
        return switch (type) {
            case "number" -> value instanceof Number || "".equals(value);
            case "checkbox" -> value instanceof Boolean;
            case "radio", "select" -> "".equals(value) || offers(value);
            case "checklist", "taglist" ->
                value instanceof List<?> list && list.stream().allMatch(this::offers);
            default -> value instanceof String;
        };
    }

    /** Options that come from data are not known here. */
    private boolean offers(Object option) {
        JsonNode options = definition.path("values");
        return !(option instanceof List<?> || option instanceof Map<?, ?>)
                && (!options.isArray()
                        || StreamSupport.stream(options.spliterator(), false)
                                .anyMatch(each -> each.path("value").asText().equals(String.valueOf(option))));
    }

    /** A sentence about the field. */
    String says(String what) {
        return "“" + label + "”" + what;
    }

    public boolean required() {
        return validation().path("required").asBoolean();
    }
}
