package org.smecluster.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.engine.DeployedForms.Form;

/** Turns raw submitted variables into a {@link Submission} checked against a deployed form. */
class FormGuard {

    private static final Logger LOG = LoggerFactory.getLogger(FormGuard.class);

    private final ObjectMapper json = new ObjectMapper();
    private final Function<Void, FeelEngine> feel;

    FormGuard(Function<Void, FeelEngine> feel) {
        this.feel = feel;
    }

    /**
     * @param form as deployed
     * @param submitted raw variables, typed or not
     * @param variables values by name that the form could read
     * @return the submission, now the current one
     * @throws FormRejected where the form would not have accepted the values
     */
    Submission check(Form form, Map<String, Object> submitted, Function<String, Object> variables) {
        return begun(new Submission(form.id(), form.fields(), accepted(form.fields(), submitted, variables)));
    }

    /** As {@link #check}, with no submission begun. */
    Map<String, Object> accepted(
            List<FormField> fields, Map<String, Object> submitted, Function<String, Object> variables) {
        FormCheck check = new FormCheck(
                fields, (condition, values) -> isTrue(condition, values, variables), variables.andThen(this::plain));
        return check.accept(plain(submitted));
    }

    /**
     * The form's editable inputs that are there with these values.
     *
     * @param variables values by name that the form could read
     */
    List<FormField> shown(Form form, Map<String, Object> values, Function<String, Object> variables) {
        return form.fields().stream()
                .filter(field -> !field.fixed())
                .filter(field -> field.hide().isBlank() || !isTrue(field.hide(), values, variables))
                .toList();
    }

    /** For a task without a form: nothing can be entered. */
    Submission nothing(Map<String, Object> submitted) {
        if (submitted != null && !submitted.isEmpty()) {
            throw new FormRejected(List.of("此任务没有表单，不能提交内容"));
        }
        return begun(new Submission(null, List.of(), Map.of()));
    }

    private static Submission begun(Submission submission) {
        submission.begin();
        return submission;
    }

    /** A condition that cannot be evaluated hides nothing, so that a required field stays required. */
    private boolean isTrue(String condition, Map<String, Object> values, Function<String, Object> variables) {
        FormVariables context = new FormVariables(values, variables.andThen(this::plain));
        try {
            return Boolean.TRUE.equals(feel.apply(null).evaluateSimpleExpression(condition, context));
        } catch (RuntimeException e) {
            LOG.warn("A form's hide condition cannot be evaluated: {}", condition, e);
            return false;
        }
    }

    private Map<String, Object> plain(Map<String, Object> submitted) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (submitted instanceof VariableMap typed) {
            typed.keySet().forEach(key -> values.put(key, plain((Object) typed.getValueTyped(key))));
        } else if (submitted != null) {
            submitted.forEach((key, value) -> values.put(key, plain(value)));
        }
        return values;
    }

    private Object plain(Object value) {
        if (value instanceof SerializableValue serialized && serialized.getValueSerialized() != null) {
            try {
                return json.readValue(serialized.getValueSerialized(), Object.class);
            } catch (IOException e) {
                throw new FormRejected(List.of("提交的内容无法读取，请刷新页面后重新填写"), e);
            }
        }
        if (value instanceof TypedValue typed) {
            return typed.getValue();
        }
        if (value instanceof org.camunda.spin.json.SpinJsonNode node) {
            try {
                return json.readValue(node.toString(), Object.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return value;
    }
}
