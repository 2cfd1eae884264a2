package org.smecluster.engine;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.smecluster.calendar.TypedDay;

/**
 * Fills the record of a form with what was accepted. A form that was changed may accept what the record cannot hold:
 * everything of that kind is found, each as a sentence for the clerk.
 */
final class RecordReader {

    private final String form;
    private final Map<String, FormField> fields;
    private final Map<String, Object> values;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param form id; null where the step has no form
     * @param fields by key
     * @param values of the fields that were there to be filled in
     */
    RecordReader(String form, Map<String, FormField> fields, Map<String, Object> values) {
        this.form = form;
        this.fields = fields;
        this.values = values;
    }

    /** @throws FormRejected with every problem found */
    <R extends Record> R read(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] read = Arrays.stream(components).map(this::value).toArray();
        if (!problems.isEmpty()) {
            throw new FormRejected(problems);
        }
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(read);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        }
    }

    private Object value(RecordComponent component) {
        String key = component.getName();
        Object entered = values.get(key);
        boolean open =
                entered == null || entered.toString().isBlank() || List.of().equals(entered);
        if (component.isAnnotationPresent(Required.class) && (open || Boolean.FALSE.equals(entered))) {
            refuseOpen(key, component.getAnnotation(Required.class).whenShown());
        }
        if (open) {
            return nothing(component.getType());
        }
        if (component.getType() == List.class) {
            return list((Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0], key);
        }
        return one(component.getType(), key, entered);
    }

    /** Nothing was entered in a required field. */
    private void refuseOpen(String key, boolean whenShown) {
        FormField field = fields.get(key);
        if (form == null) {
            problems.add("此步骤需要填写“" + key + "”，但没有表单，暂时不能办理。请联系政策负责人修改模型后重新部署");
        } else if (field == null) {
            problems.add("表单“" + form + "”缺少必填项“" + key + "”，暂时不能办理。请联系政策负责人在表单中补上此项后重新部署");
        } else if (values.containsKey(key)) {
            problems.add(field.says(FormCheck.REQUIRED));
        } else if (!whenShown || field.fixed()) {
            problems.add("表单“" + form + "”的必填项" + field.says("未能填写：表单将其隐藏或设为只读。请联系政策负责人修改表单后重新部署"));
        }
    }

    private static Object nothing(Class<?> type) {
        if (type == List.class) {
            return List.of();
        }
        return type == boolean.class ? Boolean.FALSE : null;
    }

    private List<Object> list(Class<?> type, String key) {
        if (!(values.get(key) instanceof List<?> entered)) {
            say(key, FormCheck.NO_LIST);
            return List.of();
        }
        return entered.stream()
                .map(each -> one(type, key, each))
                .filter(Objects::nonNull)
                .toList();
    }

    private Object one(Class<?> type, String key, Object entered) {
        String text = entered.toString().trim();
        if (type == String.class) {
            return text;
        }
        if (type == Integer.class) {
            return integer(key, text);
        }
        if (type == BigDecimal.class) {
            return decimal(key, text);
        }
        if (type == LocalDate.class) {
            return date(key, text);
        }
        if (type == boolean.class || type == Boolean.class) {
            return option(key, text, List.of(Boolean.TRUE, Boolean.FALSE));
        }
        if (type.isEnum()) {
            return option(key, text, List.of(type.getEnumConstants()));
        }
        throw new IllegalStateException("no form holds a " + type.getName());
    }

    private Integer integer(String key, String text) {
        BigDecimal number = decimal(key, text);
        if (number == null) {
            return null;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            say(key, FormCheck.NO_INTEGER);
            return null;
        }
    }

    private BigDecimal decimal(String key, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            say(key, FormCheck.NO_NUMBER);
            return null;
        }
    }

    private LocalDate date(String key, String text) {
        try {
            return TypedDay.parse(text);
        } catch (DateTimeParseException e) {
            say(key, FormCheck.NO_DATE);
            return null;
        }
    }

    private Object option(String key, String text, List<?> options) {
        for (Object option : options) {
            String code = option instanceof Enum<?> constant ? constant.name() : option.toString();
            if (code.equals(text)) {
                return option;
            }
        }
        say(key, FormCheck.noOption(text));
        return null;
    }

    /** There is a value, so there is a field. */
    private void say(String key, String what) {
        problems.add(fields.get(key).says(what));
    }
}
