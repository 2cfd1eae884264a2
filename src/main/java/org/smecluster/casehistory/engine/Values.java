package org.smecluster.casehistory.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.smecluster.engine.EngineTime;

/** The engine's values as a person reads them. */
final class Values {

    private static final int LONGEST = 2000;

    private Values() {}

    /** Null where nothing was set. */
    static String text(TypedValue typed) {
        if (typed == null) {
            return null;
        }
        Object value =
                typed instanceof SerializableValue serialized ? serialized.getValueSerialized() : typed.getValue();
        if (value == null) {
            return null;
        }
        if (value instanceof byte[] bytes) {
            return bytes.length + " B";
        }
        String text = value instanceof Date date ? EngineTime.iso(date.toInstant()) : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
