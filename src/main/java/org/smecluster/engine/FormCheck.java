package org.smecluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.smecluster.calendar.TypedDay;
import org.smecluster.engine.FormRejected.Fault;
import org.smecluster.law.TypedText;

/**
 * Holds a submission against its Camunda Form, as the form itself would in the browser: the engine does not do it on
 * the server. All problems are found, each a Chinese sentence that names the field and the remedy.
 */
class FormCheck {

    static final String REQUIRED = "为必填项，请填写";
    static final String NO_NUMBER = "应为数字，请重新填写";
    static final String NO_INTEGER = "应为整数";
    static final String NO_DATE = "应为日期（年-月-日，例如 2026-03-01），请改正";
    static final String NO_LIST = "应为所选项的列表，请在表单中选择";

    /** Where a form sets no maximum length. */
    private static final int LONGEST_TEXTFIELD = 500;

    private static final int LONGEST_TEXTAREA = 5000;
    private static final int MOST_CHOICES = 200;

    private final List<FormField> fields;
    private final BiPredicate<String, Map<String, Object>> hidden;
    private final Function<String, Object> variables;
    private final List<Fault> problems = new ArrayList<>();

    /**
     * @param hidden evaluates a FEEL condition over the submitted values
     * @param variables the values that the form could read, by name; null where there is none
     */
    FormCheck(
            List<FormField> fields,
            BiPredicate<String, Map<String, Object>> hidden,
            Function<String, Object> variables) {
        this.fields = fields;
        this.hidden = hidden;
        this.variables = variables;
    }

    /**
     * @return the values to keep: those of the form's editable, visible fields
     * @throws FormRejected with every problem found
     */
    Map<String, Object> accept(Map<String, Object> submitted) {
        refuseForeign(submitted);
        Map<String, Object> accepted = new LinkedHashMap<>();
        for (FormField field : fields) {
            Object value = submitted.get(field.key()) instanceof String text
                    ? cleaned(field, text)
                    : submitted.get(field.key());
            if (field.fixed() || isHidden(field, submitted)) {
                continue;
            }
            if (isEmpty(field, value)) {
                if (field.required()) {
                    say(field, REQUIRED);
                }
                accepted.put(field.key(), field.type().equals("checkbox") ? Boolean.FALSE : null);
            } else {
                accepted.put(field.key(), checked(field, value));
            }
        }
        if (!problems.isEmpty()) {
            throw FormRejected.at(problems);
        }
        return accepted;
    }

    /** What a person pastes brings characters along that nobody sees; those that no person enters are told. */
    private String cleaned(FormField field, String text) {
        if (!field.fixed()
                && text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            say(field, "含有不可见的控制字符，请删除后重填");
        }
        return TypedText.clean(text);
    }

    private void refuseForeign(Map<String, Object> submitted) {
        for (String key : submitted.keySet()) {
            if (fields.stream().noneMatch(field -> field.key().equals(key))) {
                problems.add(new Fault(null, "表单没有“" + shortened(key) + "”这一项，请只提交表单上的内容"));
            }
        }
    }

    private boolean isHidden(FormField field, Map<String, Object> submitted) {
        return !field.hide().isBlank() && hidden.test(field.hide(), submitted);
    }

    private static boolean isEmpty(FormField field, Object value) {
        if (value == null || value instanceof List<?> list && list.isEmpty()) {
            return true;
        }
        if (field.type().equals("checkbox") && field.required()) {
            return Boolean.FALSE.equals(value);
        }
        return value instanceof String text && text.isBlank();
    }

    /** @return the value to keep: a day in one spelling, which timers and tables read */
    private Object checked(FormField field, Object value) {
        if (field.type().equals("datetime")) {
            return day(field, value);
        }
        check(field, value);
        return value;
    }

    private void check(FormField field, Object value) {
        switch (field.type()) {
            case "textfield" -> checkText(field, value, LONGEST_TEXTFIELD);
            case "textarea" -> checkText(field, value, LONGEST_TEXTAREA);
            case "number" -> checkNumber(field, value);
            case "checkbox" -> {
                if (!(value instanceof Boolean)) {
                    say(field, "只能是勾选或不勾选");
                }
            }
            case "radio", "select" -> checkOption(field, value);
            case "checklist", "taglist" -> {
                if (!(value instanceof List<?> list)) {
                    say(field, NO_LIST);
                } else if (list.size() > MOST_CHOICES) {
                    say(field, "所选项过多，最多" + MOST_CHOICES + "项");
                } else {
                    list.forEach(item -> checkOption(field, item));
                }
            }
            default -> throw new IllegalStateException("unknown form component " + field.type());
        }
    }

    private void checkText(FormField field, Object value, int longest) {
        if (!(value instanceof String text)) {
            say(field, "应为文字，请重新填写");
            return;
        }
        JsonNode rules = field.validation();
        int maximum = rules.path("maxLength").asInt(longest);
        if (text.length() > maximum) {
            say(field, "最多" + maximum + "个字，现为" + text.length() + "个字，请删减");
        }
        int minimum = rules.path("minLength").asInt(0);
        if (text.trim().length() < minimum) {
            say(field, "至少" + minimum + "个字，请补充");
        }
        String pattern = rules.path("pattern").asText("");
        if (!pattern.isBlank() && !Format.fits(pattern, text)) {
            String told =
                    field.definition().path("properties").path("patternMessage").asText("");
            say(field, told.isBlank() ? "格式不正确，请按说明填写" : told);
        }
    }

    private void checkNumber(FormField field, Object value) {
        BigDecimal number;
        if (!(value instanceof Number)) {
            say(field, NO_NUMBER);
            return;
        }
        try {
            number = new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            say(field, NO_NUMBER);
            return;
        }
        JsonNode rules = field.validation();
        if (rules.has("min")
                && number.compareTo(new BigDecimal(rules.path("min").asText())) < 0) {
            say(field, "不能小于" + rules.path("min").asText());
        }
        if (rules.has("max")
                && number.compareTo(new BigDecimal(rules.path("max").asText())) > 0) {
            say(field, "不能大于" + rules.path("max").asText());
        }
        int digits = field.definition().path("decimalDigits").asInt(-1);
        if (digits >= 0 && number.stripTrailingZeros().scale() > digits) {
            say(field, digits == 0 ? NO_INTEGER : "最多保留" + digits + "位小数");
        }
    }

    private void checkOption(FormField field, Object value) {
        String chosen = String.valueOf(value);
        if (!options(field).contains(chosen)) {
            say(field, noOption(chosen));
        }
    }

    private List<String> options(FormField field) {
        JsonNode fixed = field.definition().path("values");
        if (fixed.isArray()) {
            return StreamSupport.stream(fixed.spliterator(), false)
                    .map(option -> option.path("value").asText())
                    .toList();
        }
        Object offered = variables.apply(field.definition().path("valuesKey").asText());
        List<String> options = new ArrayList<>();
        if (offered instanceof List<?> list) {
            for (Object option : list) {
                options.add(option instanceof Map<?, ?> map ? String.valueOf(map.get("value")) : option.toString());
            }
        }
        return options;
    }

    private String day(FormField field, Object value) {
        try {
            return TypedDay.parse(value.toString()).toString();
        } catch (DateTimeParseException e) {
            say(field, NO_DATE);
            return null;
        }
    }

    private void say(FormField field, String what) {
        problems.add(new Fault(field.key(), field.says(what)));
    }

    static String noOption(String chosen) {
        return "没有“" + shortened(chosen) + "”这一选项，请从所列选项中选择";
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
