package org.smecluster.filing.process;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.Deadlines;
import org.smecluster.engine.TimerDeadline;
import org.springframework.stereotype.Component;

/** The days that a unit has for a version that was sent back to it. */
@Component
public class CorrectionPeriod {

    private final Deadlines deadlines;
    private final Clock clock;

    CorrectionPeriod(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Begins today and ends the submission that the procedure calls next. */
    public Deadline begin(DelegateExecution execution, int workingDays) {
        return TimerDeadline.open(
                deadlines,
                execution,
                FilingProcess.CASE_NUMBER.from(execution),
                DeadlineKind.CORRECTION,
                FilingProcess.SUBMISSION_TIMER,
                FilingProcess.SUBMISSION_DEADLINE,
                LocalDate.now(clock),
                workingDays);
    }
}
