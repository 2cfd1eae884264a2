package org.smecluster.engine;

import java.time.Instant;
import java.time.LocalTime;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A task due when a period is over, at 24:00 of its last day, is due on that day and not on the next. */
class LastMomentOfPeriod implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        if (task.getDueDate() == null) {
            return;
        }
        Instant due = task.getDueDate().toInstant();
        if (EngineTime.timeOfDay(due).equals(LocalTime.MIDNIGHT)) {
            task.setDueDate(EngineTime.lastMomentBefore(due));
        }
    }
}
