package org.smecluster.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.smecluster.engine.FormField;

/**
 * An input of a Camunda Form, as a page of ours draws it.
 *
 * @param type as form-js names it: {@code textfield}, {@code textarea}, {@code number}, {@code checkbox}, {@code radio},
 *     {@code select}, {@code checklist}, {@code taglist}, {@code datetime} (a day)
 * @param preset what the form holds at first; null where it is empty
 * @param maxLength null where the form sets none
 */
public record BulkField(
        String key,
        String label,
        String description,
        String type,
        boolean required,
        List<Option> options,
        String preset,
        Integer maxLength,
        String min,
        String max) {

    public record Option(String value, String label) {}

    public static BulkField of(FormField field) {
        List<Option> options = new ArrayList<>();
        for (JsonNode option : field.definition().path("values")) {
            options.add(new Option(
                    option.path("value").asText(), option.path("label").asText()));
        }
        JsonNode rules = field.validation();
        return new BulkField(
                field.key(),
                field.label(),
                field.definition().path("description").asText(""),
                field.type(),
                field.required(),
                options,
                field.definition().path("defaultValue").asText(null),
                rules.has("maxLength") ? rules.path("maxLength").asInt() : null,
                rules.path("min").asText(null),
                rules.path("max").asText(null));
    }
}
