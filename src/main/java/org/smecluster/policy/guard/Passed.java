package org.smecluster.policy.guard;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened in a running case, as the history tells it.
 *
 * @param instance of the process in which it happened
 * @param definition the version of that process
 * @param element id of the element
 * @param visit what begins and what ends belong together by it
 * @param written variables with what was written into them then
 */
public record Passed(
        String instance,
        String definition,
        String element,
        String visit,
        What what,
        Instant at,
        Map<String, Object> written) {

    /** What it was. */
    public enum What {
        BEGUN,
        DONE,
        /** Taken away by an event. */
        CANCELLED,
        /** Taken away by an end that ends everything. */
        CUT_OFF
    }
}
