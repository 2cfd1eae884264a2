package org.smecluster.policy;

/** Whether the cases that are under way follow a change of a model; of what nothing is said, they do. */
public interface Following {

    /**
     * Says it of a file that goes live, in the transaction of its deployment; it is said once and for good.
     *
     * @param resourceName of the file in that deployment
     */
    void record(String deploymentId, String resourceName, boolean runningCasesFollow);

    boolean runningCasesFollow(String deploymentId, String resourceName);
}
