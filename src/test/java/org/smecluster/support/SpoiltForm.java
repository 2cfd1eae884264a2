package org.smecluster.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A submission that a form must refuse: a field missing, negative, oversized, of a wrong type, or foreign.
 *
 * @param what is spoilt
 * @param sentence the words that must tell why
 */
public record SpoiltForm(String what, Map<String, Object> values, String sentence) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The declarations alone are 17 choices and 17 texts of one shape. */
    private static final int ENOUGH_OF_A_TYPE = 5;

    /** The body for REST's submit-form, lists as JSON. */
    public static Map<String, Object> asTasklistSends(Map<String, Object> values) {
        Map<String, Object> variables = new LinkedHashMap<>();
        values.forEach((key, value) -> variables.put(key, typed(value)));
        return Map.of("variables", variables);
    }

    private static Map<String, Object> typed(Object value) {
        if (value instanceof List<?> list) {
            try {
                return Map.of("value", JSON.writeValueAsString(list), "type", "Json");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return Map.of("value", value);
    }

    /** Every way to spoil a submission that the form's file suggests. */
    public static List<SpoiltForm> of(Path file, Map<String, Object> valid) throws IOException {
        JsonNode form = JSON.readTree(file.toFile());
        List<SpoiltForm> bad = new ArrayList<>();
        bad.add(with(valid, "a foreign field", "applicationId", 99, "表单没有“applicationId”这一项"));
        Map<String, Integer> spoilt = new HashMap<>();
        for (JsonNode field : form.path("components")) {
            String key = field.path("key").asText("");
            boolean shown = !field.has("conditional") || valid.containsKey(key);
            if (!key.isEmpty()
                    && shown
                    && spoilt.merge(field.path("type").asText(), 1, Integer::sum) <= ENOUGH_OF_A_TYPE) {
                spoil(valid, field, key, bad);
            }
        }
        return bad;
    }

    private static void spoil(Map<String, Object> valid, JsonNode field, String key, List<SpoiltForm> bad) {
        String label = field.path("label").asText(field.path("dateLabel").asText());
        JsonNode rules = field.path("validate");
        if (rules.path("required").asBoolean()) {
            Map<String, Object> without = new HashMap<>(valid);
            without.remove(key);
            bad.add(new SpoiltForm(key + " missing", without, "“" + label + "”为必填项"));
        }
        if (rules.has("maxLength")) {
            String tooLong = "长".repeat(rules.path("maxLength").asInt() + 1);
            bad.add(with(valid, key + " oversized", key, tooLong, "“" + label + "”最多"));
        }
        switch (field.path("type").asText()) {
            case "number" -> {
                bad.add(with(valid, key + " negative", key, -1, "“" + label + "”不能小于"));
                bad.add(with(valid, key + " too large", key, 1_000_000, "“" + label + "”不能大于"));
                bad.add(with(valid, key + " no number", key, "五天", "“" + label + "”应为数字"));
            }
            case "radio" -> bad.add(with(valid, key + " no option", key, "MAYBE", "“" + label + "”没有“MAYBE”"));
            case "taglist" ->
                bad.add(with(valid, key + " no option", key, List.of("nobody"), "“" + label + "”没有“nobody”"));
            case "datetime" -> bad.add(with(valid, key + " no date", key, "六月一日", "“" + label + "”应为日期"));
            case "checkbox" -> bad.add(with(valid, key + " no flag", key, "也许", "“" + label + "”只能是勾选或不勾选"));
            default -> {}
        }
    }

    private static SpoiltForm with(Map<String, Object> valid, String what, String key, Object value, String sentence) {
        Map<String, Object> values = new HashMap<>(valid);
        values.put(key, value);
        return new SpoiltForm(what, values, sentence);
    }
}
