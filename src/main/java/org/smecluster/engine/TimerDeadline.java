package org.smecluster.engine;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.DeadlineSpec;
import org.smecluster.calendar.Deadlines;

/** A period that a timer of a model waits for. */
public final class TimerDeadline {

    private TimerDeadline() {}

    /**
     * Registers the period, so that a change of the calendar moves it, and writes its end where the timer reads it.
     *
     * @param timer activity that waits for the end
     * @param endsAt what the timer reads
     * @param workingDays null where the kind counts otherwise
     */
    public static Deadline open(
            Deadlines deadlines,
            DelegateExecution execution,
            String caseNumber,
            DeadlineKind kind,
            String timer,
            Variable<String> endsAt,
            LocalDate startsOn,
            Integer workingDays) {
        Deadline deadline = deadlines.open(new DeadlineSpec(
                caseNumber, kind, execution.getProcessInstanceId(), timer, endsAt.name(), startsOn, workingDays));
        endsAt.set(execution, EngineTime.iso(deadline.over()));
        return deadline;
    }
}
