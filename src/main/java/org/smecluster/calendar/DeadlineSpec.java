package org.smecluster.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A period that is to run, and the place in the engine that must follow it.
 *
 * @param caseNumber the case, as on screen
 * @param kind how it is counted
 * @param processInstanceId the instance that holds the timer or the task
 * @param activityId the timer event's or the user task's id in the model
 * @param taskId the one task that is due, {@code null} for a timer
 * @param variableName the process variable that holds the due instant, {@code null} where none does
 * @param startsOn day of the event, not counted; of a reminder the last day of the period that it reminds of
 * @param workingDays length where the kind is counted in working days, else {@code null}
 */
public record DeadlineSpec(
        String caseNumber,
        DeadlineKind kind,
        String processInstanceId,
        String activityId,
        String taskId,
        String variableName,
        LocalDate startsOn,
        Integer workingDays) {

    public DeadlineSpec {
        Objects.requireNonNull(caseNumber, "caseNumber");
        Objects.requireNonNull(processInstanceId, "processInstanceId");
        Objects.requireNonNull(activityId, "activityId");
        Objects.requireNonNull(startsOn, "startsOn");
        kind.check(workingDays);
    }

    /** Of a timer. */
    public DeadlineSpec(
            String caseNumber,
            DeadlineKind kind,
            String processInstanceId,
            String activityId,
            String variableName,
            LocalDate startsOn,
            Integer workingDays) {
        this(caseNumber, kind, processInstanceId, activityId, null, variableName, startsOn, workingDays);
    }

    Deadline count(StatutoryPeriods periods) {
        return kind.count(periods, startsOn, workingDays);
    }
}
