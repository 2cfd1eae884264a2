package org.smecluster.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.policy.engine.BoundedFeel;
import org.smecluster.policy.engine.CachedFeel;

/**
 * A form as it is written, not as it is deployed: the same check as of a task's, and answers to try it with. What a case's data
 * would offer for choice, it does not know; two samples stand in its place.
 */
public final class LooseForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SAMPLE = "示例";

    /** Tried one after the other where a field asks for a format. */
    private static final List<String> FORMATS = List.of("宁工信企发〔2026〕1号", "NXJQ-640000-0001", "09:00", "1");

    private static final List<Map<String, String>> OFFERED =
            List.of(Map.of("value", "1", "label", SAMPLE + "一"), Map.of("value", "2", "label", SAMPLE + "二"));

    private final JsonNode schema;
    private final List<FormField> fields;
    private final FormGuard guard = new FormGuard(none -> new BoundedFeel(new CachedFeel()));

    private LooseForm(JsonNode schema) {
        this.schema = schema;
        this.fields = FormField.of(schema);
    }

    /** @throws IllegalArgumentException where the text is no JSON */
    public static LooseForm of(String text) {
        try {
            return new LooseForm(JSON.readTree(text));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("a form is not JSON", broken);
        }
    }

    public JsonNode schema() {
        return schema;
    }

    /**
     * The values that the form would keep.
     *
     * @throws FormRejected where it would not accept them
     */
    public Map<String, Object> accepted(Map<String, Object> submitted) {
        return guard.accepted(fields, submitted, offered()::get);
    }

    /** What stands for the choices that a case's data would offer, by the name that the fields give them. */
    public Map<String, Object> offered() {
        Map<String, Object> offered = new LinkedHashMap<>();
        fields.stream()
                .map(field -> field.definition().path("valuesKey").asText(""))
                .filter(name -> !name.isEmpty())
                .forEach(name -> offered.put(name, OFFERED));
        return offered;
    }

    /** Something acceptable for each field that must be filled in, as far as one can be found. */
    public Map<String, Object> samples(LocalDate day) {
        Map<String, Object> samples = new LinkedHashMap<>();
        for (FormField field : fields) {
            Object sample = field.fixed() || !field.required() ? null : sample(field, day);
            if (sample != null) {
                samples.put(field.key(), sample);
            }
        }
        return samples;
    }

    private static Object sample(FormField field, LocalDate day) {
        return switch (field.type()) {
            case "textfield", "textarea" -> text(field.validation());
            case "number" -> number(field.validation());
            case "checkbox" -> true;
            case "datetime" -> day.toString();
            case "radio", "select" -> option(field);
            case "checklist", "taglist" -> option(field) == null ? null : List.of(option(field));
            default -> null;
        };
    }

    private static String text(JsonNode rules) {
        String pattern = rules.path("pattern").asText("");
        if (!pattern.isBlank()) {
            return FORMATS.stream()
                    .filter(text -> Format.fits(pattern, text))
                    .findFirst()
                    .orElse(null);
        }
        int shortest = rules.path("minLength").asInt(0);
        String text = SAMPLE.repeat(1 + Math.min(shortest, 1000) / SAMPLE.length());
        int longest = rules.path("maxLength").asInt(text.length());
        return text.substring(0, Math.max(0, Math.min(text.length(), longest)));
    }

    private static BigDecimal number(JsonNode rules) {
        try {
            return new BigDecimal(rules.path("min").asText(rules.path("max").asText("1")));
        } catch (NumberFormatException none) {
            return BigDecimal.ONE;
        }
    }

    private static String option(FormField field) {
        JsonNode first = field.definition().path("values").path(0).path("value");
        return field.definition().has("valuesKey") ? OFFERED.get(0).get("value") : first.asText(null);
    }
}
