package org.smecluster.engine;

/** Who may do the work of somebody who is absent. */
public interface StandIns {

    /** Whether the deputy may act for the absent one at this moment. */
    boolean standsInFor(String deputy, String absent);

    /** The person's name, as it is written down. */
    String name(String userId);

    /** The deputy did the absent one's task. */
    void acted(String taskId, String taskName, String caseNumber, String absent, String deputy);
}
