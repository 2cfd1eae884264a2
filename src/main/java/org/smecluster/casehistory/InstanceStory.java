package org.smecluster.casehistory;

import java.time.Instant;
import java.util.List;

/**
 * All that the engine remembers of one instance, running or finished. Times that have not come yet are null, as is
 * whatever does not apply.
 *
 * @param steps in the order in which they began
 * @param flows taken, inferred: the engine keeps none
 * @param variables by name
 * @param incidents the latest first
 * @param related instances that it called, that called it, or that have the same case number
 */
public record InstanceStory(
        Head head,
        List<Step> steps,
        List<FlowTaken> flows,
        List<TaskEntry> tasks,
        List<VariableEntry> variables,
        List<IncidentEntry> incidents,
        List<RelatedInstance> related) {

    /**
     * @param state as the engine calls it, e.g. {@code COMPLETED} or {@code EXTERNALLY_TERMINATED}
     * @param reason why it was ended by hand
     */
    public record Head(
            String id,
            String caseNumber,
            String process,
            String processName,
            String definitionId,
            int version,
            String state,
            String reason,
            String cluster,
            String applicantGroup,
            String startedBy,
            Instant startedAt,
            Instant endedAt) {}

    /**
     * @param type as the engine calls it, e.g. {@code userTask}
     * @param assignee who held the task
     * @param calledInstance the instance that a call activity started
     */
    public record Step(
            int number,
            String activity,
            String label,
            String type,
            Instant startedAt,
            Instant endedAt,
            boolean canceled,
            String assignee,
            String calledInstance) {}

    /**
     * @param flow id of the sequence flow
     * @param certain whether nothing else in the history could explain what followed
     */
    public record FlowTaken(String flow, int times, boolean certain) {}

    /**
     * @param candidates groups and persons who may claim it, while it is open
     * @param millis from its creation to its end
     */
    public record TaskEntry(
            String id,
            String name,
            String assignee,
            List<String> candidates,
            Instant startedAt,
            Instant dueAt,
            Instant endedAt,
            Long millis,
            boolean completed) {}

    /**
     * @param scope label of the step that it belongs to; null for the whole instance
     * @param value as text, long ones cut
     * @param changes the earliest first
     */
    public record VariableEntry(
            String name, String type, String scope, String value, Instant setAt, List<VariableChange> changes) {}

    /** @param user who did what led to it; null where the engine was working by itself */
    public record VariableChange(Instant at, String value, String user) {}

    /**
     * @param message of the failure, or the Chinese text made of it
     * @param annotation what to do, or what was noted
     * @param status {@code OPEN}, {@code RESOLVED} or {@code DELETED}
     */
    public record IncidentEntry(
            String id,
            String type,
            String activity,
            String label,
            String message,
            String annotation,
            Instant since,
            Instant endedAt,
            String status) {}

    /** @param relation {@code CALLED}, {@code CALLER} or {@code SAME_CASE} */
    public record RelatedInstance(
            String id, String relation, String processName, String caseNumber, Instant startedAt, Instant endedAt) {}
}
