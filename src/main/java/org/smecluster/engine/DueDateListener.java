package org.smecluster.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.DeadlineSpec;
import org.smecluster.calendar.Deadlines;

/**
 * Gives a task the due date that its model states in working days; the day of creation does not count. The deadline is
 * registered, so that a change of the calendar moves it, and closed with the task.
 */
class DueDateListener implements TaskListener {

    /** The extension property of a user task that a policy owner sets in the Modeler. */
    static final String PROPERTY = "dueWorkingDays";

    private final int workingDays;
    private final Supplier<Deadlines> deadlines;
    private final Clock clock;

    DueDateListener(int workingDays, Supplier<Deadlines> deadlines, Clock clock) {
        this.workingDays = workingDays;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        if (!EVENTNAME_CREATE.equals(task.getEventName())) {
            deadlines.get().closeTask(task.getId());
            return;
        }
        DeadlineSpec spec = new DeadlineSpec(
                String.valueOf(task.getExecution().getProcessBusinessKey()),
                DeadlineKind.TASK,
                task.getProcessInstanceId(),
                task.getTaskDefinitionKey(),
                task.getId(),
                null,
                LocalDate.now(clock),
                workingDays);
        task.setDueDate(EngineTime.lastMomentBefore(deadlines.get().open(spec).over()));
    }
}
