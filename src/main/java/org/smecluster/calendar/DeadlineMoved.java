package org.smecluster.calendar;

import java.time.Instant;

/**
 * Published within the transaction that changes the calendar, once for each open deadline whose date moves.
 *
 * @param processInstanceId the instance that holds the timer or the task
 * @param activityId the timer event's or the user task's id in the model
 * @param taskId the one task that is due, {@code null} for a timer or all tasks of the activity
 * @param variableName the process variable that holds the due instant, {@code null} where none does
 * @param newDueAt the instant at which the period is now over
 */
public record DeadlineMoved(
        String processInstanceId, String activityId, String taskId, String variableName, Instant newDueAt) {}
