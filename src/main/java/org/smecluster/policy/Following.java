package org.smecluster.policy;

import java.util.Set;

/** Whether the cases that are under way follow a change of a model; of what nothing is said, they do. */
public interface Following {

    /**
     * Says it of a file that goes live, in the transaction of its deployment; it is said once and for good.
     *
     * @param resourceName of the file in that deployment
     */
    void record(String deploymentId, String resourceName, boolean runningCasesFollow);

    boolean runningCasesFollow(String deploymentId, String resourceName);

    /**
     * A case was taken to a version of its process: it goes by all that came with that.
     *
     * @param rootId of the process instance that nobody called
     * @param caseNumber null where it has none
     */
    void moved(String rootId, String caseNumber, String deploymentId);

    /** Deployments to which the case was taken. @param rootOrCase id of its outermost process instance, or its number */
    Set<String> movedTo(String rootOrCase);
}
