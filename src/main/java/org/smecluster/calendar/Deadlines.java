package org.smecluster.calendar;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The periods that run in the engine: opened and closed by the processes, recounted when the calendar changes. */
@Service
@Transactional
public class Deadlines {

    private final DeadlineRegister register;
    private final WorkCalendar calendar;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deadlines(DeadlineRegister register, WorkCalendar calendar, ApplicationEventPublisher events, Clock clock) {
        this.register = register;
        this.calendar = calendar;
        this.events = events;
        this.clock = clock;
    }

    /** Counts the period and enters it; opening the same activity's or task's again replaces what was open. */
    public Deadline open(DeadlineSpec spec) {
        register.lockForOpening();
        Deadline deadline = spec.count(calendar.periods());
        register.open(spec, deadline);
        return deadline;
    }

    /** Ends one activity's deadline; without an open one nothing happens. */
    public void close(String processInstanceId, String activityId) {
        register.close(processInstanceId, activityId, clock.instant());
    }

    /** Ends one task's deadline; without an open one nothing happens. */
    public void closeTask(String taskId) {
        register.closeTask(taskId, clock.instant());
    }

    /** What ran for one activity runs for another: the case was taken to a version that names it so. Its end stays. */
    public void move(String processInstanceId, String fromActivity, String toActivity) {
        register.move(processInstanceId, fromActivity, toActivity);
    }

    /** Ends all deadlines of an instance, as when a case is withdrawn. */
    public void closeAll(String processInstanceId) {
        register.closeAll(processInstanceId, clock.instant());
    }

    /** Every deadline that still runs, by due date. */
    @Transactional(readOnly = true)
    public List<OpenDeadline> open() {
        return register.findOpen();
    }

    /** Those of a case. */
    @Transactional(readOnly = true)
    public List<OpenDeadline> openOf(String caseNumber) {
        return register.findOpen(caseNumber);
    }

    /** What {@link #recalculate()} would change, were this the calendar. */
    @Transactional(readOnly = true)
    public List<DeadlineMove> preview(HolidayTable table) {
        return moves(new StatutoryPeriods(new WorkingDays(table)));
    }

    /**
     * Recounts every open deadline with the calendar as it stands, and publishes {@link DeadlineMoved} for each whose
     * date moves.
     *
     * @return the changed ones, by their old due date
     */
    public List<DeadlineMove> recalculate() {
        register.lockForRecalculation();
        List<DeadlineMove> moves = moves(calendar.periods());
        for (DeadlineMove move : moves) {
            register.recount(move.before().id(), move.after());
            if (move.dateMoves()) {
                DeadlineSpec spec = move.before().spec();
                events.publishEvent(new DeadlineMoved(
                        spec.processInstanceId(),
                        spec.activityId(),
                        spec.taskId(),
                        spec.variableName(),
                        move.after().over()));
            }
        }
        return moves;
    }

    private List<DeadlineMove> moves(StatutoryPeriods periods) {
        return register.findOpen().stream()
                .map(open -> new DeadlineMove(open, open.spec().count(periods)))
                .filter(move -> move.dateMoves()
                        || move.before().provisional() != move.after().provisional())
                .toList();
    }
}
