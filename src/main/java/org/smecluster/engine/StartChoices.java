package org.smecluster.engine;

import java.util.List;
import java.util.Map;

/** What may be chosen in a start form, which has no variables to be filled from yet. */
public interface StartChoices {

    /**
     * Of the person who starts, each with {@code value} and {@code label}.
     *
     * @param valuesKey as the form's field names its options
     * @return null where no options go by that name
     */
    List<Map<String, String>> offered(String process, String valuesKey);
}
