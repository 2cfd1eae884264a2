package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the program reads of one field of a form.
 *
 * @param when values of other fields with which it must be shown: all of these combinations; empty where always
 * @param codes of the options; empty where they are free
 * @param offered the name under which the program gives the options; null where the form says them
 * @param least the least number; null where none
 */
record FieldContract(
        Is is, Required required, Map<String, List<Object>> when, List<String> codes, String offered, Integer least) {

    enum Is {
        TEXT,
        INTEGER,
        NUMBER,
        DAY,
        TICK,
        YES_NO,
        CHOICE,
        CHOICES,
        TEXTS
    }

    enum Required {
        NO,
        /** Where the form shows it. */
        SHOWN,
        ALWAYS
    }

    static FieldContract of(Yml field) {
        Map<String, List<Object>> when = new LinkedHashMap<>();
        field.map("when")
                .members()
                .forEach((name, values) -> when.put((String) name, new ArrayList<>((List<?>) values)));
        String is = field.text("is");
        return new FieldContract(
                is.equals("yesNo") ? Is.YES_NO : Is.valueOf(is.toUpperCase(Locale.ROOT)),
                field.text("required") == null
                        ? Required.NO
                        : Required.valueOf(field.text("required").toUpperCase(Locale.ROOT)),
                when,
                field.texts("codes"),
                field.text("offered"),
                (Integer) field.members().get("least"));
    }
}
