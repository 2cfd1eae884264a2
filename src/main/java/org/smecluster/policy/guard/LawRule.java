package org.smecluster.policy.guard;

import java.util.List;
import java.util.Set;

/**
 * A rule of the Measures about what a procedure may do.
 *
 * @param says in Chinese, what the Measures ask
 * @param processes that it is about; empty where it is about all
 * @param whole it needs what stands in the caller: not judged of a process that is only called
 * @param effect what must not happen otherwise; of {@link Kind#STAYS_OPEN} and {@link Kind#POSSIBLE} what must be able to happen
 * @param after what must have happened, one of them; or what forbids the effect; or from when on it counts
 * @param until what takes that away again
 * @param open steps in somebody's list
 * @param anew what must have happened must happen again for each effect
 * @param stays what has happened counts, even where the step is done again with another result
 */
record LawRule(
        Kind kind,
        String article,
        String says,
        String remedy,
        List<String> processes,
        boolean whole,
        List<LawStep> effect,
        List<LawStep> after,
        List<LawStep> until,
        List<LawStep> open,
        boolean anew,
        boolean stays) {

    enum Kind {
        /** The effect only after one of the steps, and not after what makes them void. */
        ONLY_AFTER,
        /** Not the effect, once the step is done, until another is. */
        NOT_AFTER,
        /** As the last: what the step asks for must follow before the end. */
        MUST_FOLLOW,
        /** Not the effect, while a step is in somebody's list. */
        NOT_WHILE,
        /** As long as it counts, the effect can happen at any moment. */
        STAYS_OPEN,
        /** From there on, or at all, there is a way to the effect. */
        POSSIBLE
    }

    boolean isAbout(StateGraph graph, Processes known) {
        boolean named = processes.isEmpty() || processes.contains(graph.net.id());
        boolean startable = !"false".equals(graph.net.process.process().attribute("camunda:isStartableInTasklist"));
        return named && (!whole || startable && !known.isCalled(graph.net.id()));
    }

    /** Names of the variables that it speaks of. */
    void addSpokenOf(Set<String> names) {
        for (List<LawStep> steps : List.of(effect, after, until, open)) {
            steps.forEach(step -> names.addAll(step.with().keySet()));
        }
    }
}
