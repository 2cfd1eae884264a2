package org.smecluster.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a clerk entered in a form, checked against it. A listener takes the fields it knows; those that nobody takes
 * become process variables when the step is over.
 */
public final class Submission {

    /** One submission is under way in a command; {@link RefusalInterceptor} forgets it when the command is over. */
    private static final ThreadLocal<Submission> CURRENT = new ThreadLocal<>();

    private final Map<String, Object> values;
    private final Set<String> taken = new HashSet<>();

    Submission(Map<String, Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /**
     * The form that the running step was completed through.
     *
     * @throws IllegalStateException where it was not completed through a form
     */
    public static Submission current() {
        Submission submission = CURRENT.get();
        if (submission == null) {
            throw new IllegalStateException("no form was submitted for this step");
        }
        return submission;
    }

    static Submission currentOrNull() {
        return CURRENT.get();
    }

    void begin() {
        CURRENT.set(this);
    }

    static void end() {
        CURRENT.remove();
    }

    /** The trimmed text; null where nothing was entered. */
    public String text(String key) {
        Object value = take(key);
        String text = value == null ? "" : value.toString().trim();
        return text.isEmpty() ? null : text;
    }

    public Integer integer(String key) {
        BigDecimal number = decimal(key);
        return number == null ? null : number.intValueExact();
    }

    public BigDecimal decimal(String key) {
        Object value = take(key);
        return value == null || value.toString().isBlank() ? null : new BigDecimal(value.toString());
    }

    /** A checkbox: not ticked is false. */
    public boolean flag(String key) {
        return Boolean.TRUE.equals(take(key));
    }

    /** A yes/no choice that may be left open: null where nothing was chosen. */
    public Boolean choice(String key) {
        Object value = take(key);
        return value == null || value.toString().isBlank() ? null : Boolean.valueOf(value.toString());
    }

    public LocalDate date(String key) {
        String text = text(key);
        return text == null ? null : LocalDate.parse(text);
    }

    /** The chosen values of a checklist or taglist; empty where none was chosen. */
    public List<String> texts(String key) {
        Object value = take(key);
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> texts.add(item.toString()));
        }
        return texts;
    }

    Map<String, Object> notTaken() {
        Map<String, Object> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(taken);
        return rest;
    }

    private Object take(String key) {
        taken.add(key);
        return values.get(key);
    }

    @Override
    public String toString() {
        return "submitted fields " + values.keySet();
    }
}
