package org.smecluster.policy.guard;

import java.util.List;
import java.util.Map;

/**
 * Where a process instance stands, with all that it called.
 *
 * @param process key of its process
 * @param variables its own, by name: texts, Booleans, numbers, null
 * @param came how often each event subprocess that does not interrupt has begun, by its id
 * @param stays what runs in it
 */
public record Standing(String process, Map<String, Object> variables, Map<String, Integer> came, List<Stay> stays) {

    /**
     * Something that runs at an element.
     *
     * @param element id; of several instances of one node that of the node
     * @param variables local ones
     * @param came how often each event at its border, or event subprocess in it, that does not interrupt has come, by its id
     * @param remaining of {@link Kind#SEVERAL}: instances still to begin
     * @param ended of {@link Kind#SEVERAL}: one has ended
     * @param within what runs in it
     * @param called null where it calls nothing
     */
    public record Stay(
            String element,
            Kind kind,
            Map<String, Object> variables,
            Map<String, Integer> came,
            int remaining,
            boolean ended,
            List<Stay> within,
            Standing called) {

        public static Stay at(String element, Kind kind) {
            return new Stay(element, kind, Map.of(), Map.of(), 0, false, List.of(), null);
        }
    }

    /** How something runs at an element. */
    public enum Kind {
        /** It waits there, or works in what is inside. */
        THERE,
        /** A job has to take it in. */
        BEFORE,
        /** A job has to take it on. */
        AFTER,
        /** It is the frame around several instances of the element. */
        SEVERAL
    }
}
