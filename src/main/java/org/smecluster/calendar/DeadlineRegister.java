package org.smecluster.calendar;

import java.time.Instant;
import java.util.List;

/** The open and closed deadlines; written within the caller's transaction. */
public interface DeadlineRegister {

    /** Lets openings run side by side, and waits while a recalculation runs. */
    void lockForOpening();

    /** Waits for openings under way and keeps new ones out until the transaction ends. */
    void lockForRecalculation();

    /** Enters the deadline; where the activity's (or the task's) is open already, its row is replaced. */
    void open(DeadlineSpec spec, Deadline deadline);

    void recount(long id, Deadline deadline);

    /** All that are open of the activity. */
    void close(String processInstanceId, String activityId, Instant at);

    /** All that are open of the activity become those of another. */
    void move(String processInstanceId, String fromActivity, String toActivity);

    void closeTask(String taskId, Instant at);

    void closeAll(String processInstanceId, Instant at);

    /** By due date. */
    List<OpenDeadline> findOpen();

    /** Those of the case, by due date. */
    List<OpenDeadline> findOpen(String caseNumber);
}
