package org.smecluster.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The records of a procedure's forms, nested in the bean that implements this. All such beans together are what the
 * program expects of forms.
 */
public interface FormRecords {

    /** By the form's id. */
    default Map<String, Class<? extends Record>> byForm() {
        return Arrays.stream(getClass().getDeclaredClasses())
                .filter(nested -> nested.isAnnotationPresent(FormRecord.class))
                .collect(Collectors.toMap(
                        nested -> nested.getAnnotation(FormRecord.class).value(),
                        nested -> nested.asSubclass(Record.class)));
    }
}
