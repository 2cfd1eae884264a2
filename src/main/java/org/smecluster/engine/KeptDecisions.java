package org.smecluster.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Decisions whose evaluation stands in a table of ours and not in the engine's history. */
public interface KeptDecisions {

    /** Asked for by a step of that process instance, the earliest first. */
    List<Kept> of(String processInstanceId);

    /** Whether one was judged by that version, whoever asked. */
    boolean any(String decision, int version);

    /**
     * @param required whether it was evaluated for another decision
     * @param inputs by input expression, as text; null where nothing was supplied
     * @param fired the rules that matched, in the order of the table
     */
    record Kept(
            String id,
            String decision,
            int version,
            String processDefinitionId,
            String activityId,
            boolean required,
            Instant at,
            Map<String, String> inputs,
            List<Fired> fired) {}

    /**
     * @param rule its id in the model
     * @param outputs by output name, as text
     */
    record Fired(String rule, Map<String, String> outputs) {}
}
