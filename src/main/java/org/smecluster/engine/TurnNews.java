package org.smecluster.engine;

import java.time.Instant;
import java.util.Collection;

/** Is told whenever it becomes somebody's turn: a task has come to be. */
public interface TurnNews {

    /**
     * @param caseNumber the business key; null where the process has none
     * @param groups whose turn it is
     * @param assignee whose turn it is, where the model names one person; null else
     * @param due null where there is no due date
     */
    void comes(
            String taskId,
            String taskKey,
            String taskName,
            String caseNumber,
            Collection<String> groups,
            String assignee,
            Instant due);
}
