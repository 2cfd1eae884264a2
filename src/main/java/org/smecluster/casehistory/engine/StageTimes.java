package org.smecluster.casehistory.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** How long the steps of cases took, and until when they were due. Asks for no rights: whoever shows it has checked the scope. */
@Component
public class StageTimes {

    /** What the engine says of a task that was done; of one that was taken away it says otherwise. */
    private static final String DONE = "completed";

    private final HistoryService history;

    StageTimes(HistoryService history) {
        this.history = history;
    }

    /**
     * A task of a case that was done or waits.
     *
     * @param step element id of the user task
     * @param dueAt as it was when the task ended; null where there is no due date
     * @param endedAt null where it waits
     */
    public record Pass(String caseNumber, String step, String name, Instant startedAt, Instant dueAt, Instant endedAt) {

        /** Whether it took longer than its time, be it that it still waits. */
        public boolean late(Instant now) {
            return dueAt != null && (endedAt == null ? now : endedAt).isAfter(dueAt);
        }
    }

    /** In the order in which they began. */
    public List<Pass> of(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return List.of();
        }
        String[] keys = caseNumbers.toArray(String[]::new);
        Map<String, String> numbers =
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKeyIn(keys).list().stream()
                        .collect(Collectors.toMap(
                                HistoricProcessInstance::getId, HistoricProcessInstance::getBusinessKey));
        return history.createHistoricTaskInstanceQuery().processInstanceBusinessKeyIn(keys).list().stream()
                .filter(task -> task.getEndTime() == null || DONE.equals(task.getDeleteReason()))
                .map(task -> pass(task, numbers.get(task.getProcessInstanceId())))
                .sorted(Comparator.comparing(Pass::startedAt))
                .toList();
    }

    private static Pass pass(HistoricTaskInstance task, String caseNumber) {
        return new Pass(
                caseNumber,
                task.getTaskDefinitionKey(),
                task.getName(),
                Values.instant(task.getStartTime()),
                Values.instant(task.getDueDate()),
                Values.instant(task.getEndTime()));
    }
}
