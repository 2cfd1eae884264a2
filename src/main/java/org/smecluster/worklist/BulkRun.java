package org.smecluster.worklist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One bulk completion of tasks, and what came of each.
 *
 * @param taskName of the kind of task, as in the model
 * @param interrupted whether nobody works on what is still waiting: the server went down meanwhile
 */
public record BulkRun(UUID id, String taskName, Instant startedAt, boolean interrupted, List<Item> items) {

    public enum State {
        WAITING,
        DONE,
        NOT_DONE
    }

    /** @param reason why it was not done; null otherwise */
    public record Item(String taskId, String caseNumber, String clusterName, State state, String reason) {}

    public long count(State state) {
        return items.stream().filter(item -> item.state() == state).count();
    }

    public boolean running() {
        return !interrupted && count(State.WAITING) > 0;
    }
}
