package org.smecluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In what a record and its form differ. */
final class FormAgreement {

    private final List<String> found = new ArrayList<>();

    private FormAgreement() {}

    static List<String> differences(Class<? extends Record> record, JsonNode form) {
        FormAgreement agreement = new FormAgreement();
        List<FormField> fields = FormField.of(form);
        for (RecordComponent component : record.getRecordComponents()) {
            fields.stream()
                    .filter(field -> field.key().equals(component.getName()))
                    .findFirst()
                    .ifPresentOrElse(
                            field -> agreement.compare(component, field),
                            () -> agreement.found.add(component.getName() + " is not in the form"));
        }
        return agreement.found;
    }

    private void compare(RecordComponent component, FormField field) {
        require(!field.fixed(), field, "cannot be filled in");
        Class<?> type = component.getType();
        require(types(type).contains(field.type()), field, "is a " + field.type() + ", not a " + type.getSimpleName());
        require(type != Integer.class || decimals(field) == 0, field, "is not whole");
        require(type != BigDecimal.class || decimals(field) != 0, field, "is whole");
        require(
                type != LocalDate.class
                        || field.definition().path("subtype").asText().equals("date"),
                field,
                "is no day");
        Class<?> choice = type == List.class
                ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : type;
        require(type != List.class || choice == String.class || choice.isEnum(), field, "is no list of texts or codes");
        if (choice.isEnum()) {
            Set<String> codes = Arrays.stream(choice.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.toSet());
            require(!options(field).isEmpty() && codes.containsAll(options(field)), field, "offers other codes");
        }
        require(type != Boolean.class || options(field).equals(Set.of("true", "false")), field, "is not yes or no");
        Required required = component.getAnnotation(Required.class);
        require(field.required() == (required != null), field, "is required in one of the two only");
        require(
                required == null || required.whenShown() != field.hide().isBlank(),
                field,
                "is required always in one of the two only");
    }

    private static Set<String> types(Class<?> type) {
        if (type == String.class) {
            return Set.of("textfield", "textarea");
        }
        if (type == Integer.class || type == BigDecimal.class) {
            return Set.of("number");
        }
        if (type == LocalDate.class) {
            return Set.of("datetime");
        }
        if (type == boolean.class) {
            return Set.of("checkbox");
        }
        if (type == List.class) {
            return Set.of("checklist", "taglist");
        }
        return type == Boolean.class || type.isEnum() ? Set.of("radio", "select") : Set.of();
    }

    private static int decimals(FormField field) {
        return field.definition().path("decimalDigits").asInt(-1);
    }

    private static Set<String> options(FormField field) {
        Set<String> options = new TreeSet<>();
        field.definition()
                .path("values")
                .forEach(option -> options.add(option.path("value").asText()));
        return options;
    }

    private void require(boolean agrees, FormField field, String difference) {
        if (!agrees) {
            found.add(field.key() + " " + difference);
        }
    }
}
