package org.smecluster.engine;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.smecluster.calendar.DeadlineMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When the calendar changes, the timers and due dates that hang on it move in the same transaction. An instance that was
 * deleted by hand leaves its deadline in the register; it must not keep the calendar from being changed.
 */
@Component
class DeadlineFollower {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;

    DeadlineFollower(RuntimeService runtime, ManagementService management, TaskService tasks) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
    }

    @EventListener
    void follow(DeadlineMoved moved) {
        if (moved.variableName() == null) {
            moveTask(moved);
        } else {
            moveTimer(moved);
        }
    }

    private void moveTask(DeadlineMoved moved) {
        TaskQuery due = tasks.createTaskQuery()
                .processInstanceId(moved.processInstanceId())
                .taskDefinitionKey(moved.activityId());
        if (moved.taskId() != null) {
            due.taskId(moved.taskId());
        }
        for (Task task : due.list()) {
            task.setDueDate(EngineTime.lastMomentBefore(moved.newDueAt()));
            tasks.saveTask(task);
        }
    }

    private void moveTimer(DeadlineMoved moved) {
        if (runtime.createProcessInstanceQuery()
                        .processInstanceId(moved.processInstanceId())
                        .count()
                == 0) {
            return;
        }
        Object before = runtime.getVariable(moved.processInstanceId(), moved.variableName());
        moveDate(moved.processInstanceId(), before, moved);
        for (Job timer : management
                .createJobQuery()
                .processInstanceId(moved.processInstanceId())
                .activityId(moved.activityId())
                .timers()
                .list()) {
            management.recalculateJobDuedate(timer.getId(), false);
        }
    }

    /** In the instance and in those that it called and gave the date. */
    private void moveDate(String processInstanceId, Object before, DeadlineMoved moved) {
        runtime.setVariable(processInstanceId, moved.variableName(), EngineTime.iso(moved.newDueAt()));
        if (before == null) {
            return;
        }
        moveTasksDueAt(
                processInstanceId, OffsetDateTime.parse(before.toString()).toInstant(), moved);
        runtime.createProcessInstanceQuery().superProcessInstanceId(processInstanceId).list().stream()
                .map(ProcessInstance::getId)
                .filter(called -> before.equals(runtime.getVariable(called, moved.variableName())))
                .forEach(called -> moveDate(called, before, moved));
    }

    /** Tasks that are due when the timer fires: {@code camunda:dueDate="${variable}"}. */
    private void moveTasksDueAt(String processInstanceId, Instant before, DeadlineMoved moved) {
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(processInstanceId)
                .dueAfter(Date.from(before.minusSeconds(2)))
                .dueBefore(Date.from(before.plusSeconds(1)))
                .list()) {
            task.setDueDate(EngineTime.lastMomentBefore(moved.newDueAt()));
            tasks.saveTask(task);
        }
    }
}
