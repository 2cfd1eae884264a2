package org.smecluster.engine;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a clerk entered in a form, checked against it. A listener reads it as the form's record; fields that no record
 * read in the step names become process variables when the step is over.
 */
public final class Submission {

    /** One submission is under way in a command; {@link RefusalInterceptor} forgets it when the command is over. */
    private static final ThreadLocal<Submission> CURRENT = new ThreadLocal<>();

    private final String form;
    private final Map<String, FormField> fields = new HashMap<>();
    private final Map<String, Object> values;
    private final Set<String> named = new HashSet<>();

    /** @param form id; null where the step has no form */
    Submission(String form, List<FormField> fields, Map<String, Object> values) {
        this.form = form;
        fields.forEach(field -> this.fields.put(field.key(), field));
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

    /**
     * What was entered, as the record of the form; however often it is read, the same.
     *
     * @param record a {@link FormRecord}
     * @throws FormRejected where the form, changed since, no longer asks what the record requires, or holds what the
     *     record cannot
     */
    public <R extends Record> R as(Class<R> record) {
        Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .forEach(named::add);
        return new RecordReader(form, fields, values).read(record);
    }

    Map<String, Object> notNamed() {
        Map<String, Object> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(named);
        return rest;
    }

    @Override
    public String toString() {
        return "submitted fields " + values.keySet();
    }
}
