package org.smecluster.policy.guard;

import java.util.List;
import java.util.Optional;

/**
 * What a user task does.
 *
 * @param name as a model writes it, such as {@code decideAcceptance}
 * @param label as a policy owner picks it, such as 受理审查
 * @param processes that may have such a task; empty: any
 * @param form that its listeners read; null where they read none
 * @param group whose it is, as a model writes it: {@code province-leader}, {@code ${cityGroup}}; empty: anybody's
 * @param create names of the beans that run when the task comes into being, in this order
 * @param complete names of those that run when a person completes it
 */
public record TaskKind(
        String name,
        String label,
        List<String> processes,
        String form,
        Optional<String> group,
        List<String> create,
        List<String> complete) {

    public boolean mayStandIn(String process) {
        return processes.isEmpty() || processes.contains(process);
    }

    /** @param event of a task: other than of {@code create} and {@code complete} there are none */
    public List<String> listeners(String event) {
        return switch (event) {
            case "create" -> create;
            case "complete" -> complete;
            default -> List.of();
        };
    }
}
