package org.smecluster.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Gives a task the due date that its model states in working days; the day of creation does not count. */
class DueDateListener implements TaskListener {

    /** The extension property of a user task that a policy owner sets in the Modeler. */
    static final String PROPERTY = "dueWorkingDays";

    private final int workingDays;
    private final Supplier<WorkingDayEnd> calendar;
    private final Clock clock;

    DueDateListener(int workingDays, Supplier<WorkingDayEnd> calendar, Clock clock) {
        this.workingDays = workingDays;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setDueDate(Date.from(calendar.get().after(LocalDate.now(clock), workingDays)));
    }
}
