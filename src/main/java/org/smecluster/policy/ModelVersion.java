package org.smecluster.policy;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One version of a process, decision or form.
 *
 * @param live since when it has been in force
 * @param runningCasesFollow whether cases that had begun before go by it, too
 */
public record ModelVersion(
        String definitionId, String deploymentId, String resourceName, Instant live, boolean runningCasesFollow) {

    /**
     * The version that a case goes by: the latest that it does not have to leave to later cases. A version that running
     * cases follow brings what was changed before it.
     *
     * @param newestFirst all versions of one model, at least one
     * @param movedTo deployments to which the case was taken
     */
    public static ModelVersion followedBy(Instant caseBegan, List<ModelVersion> newestFirst, Set<String> movedTo) {
        return newestFirst.stream()
                .filter(version -> movedTo.contains(version.deploymentId()) || !version.isLeftToCasesAfter(caseBegan))
                .findFirst()
                .orElseGet(() -> first(newestFirst));
    }

    /** The versions that some case may go by, the latest included. @param newestFirst as above */
    public static List<ModelVersion> inUse(List<ModelVersion> newestFirst) {
        int followed = 0;
        while (followed < newestFirst.size() - 1 && !newestFirst.get(followed).runningCasesFollow()) {
            followed++;
        }
        return newestFirst.subList(0, followed + 1);
    }

    /** A case that begins in the very moment in which the version goes live goes by it. */
    private boolean isLeftToCasesAfter(Instant caseBegan) {
        return !runningCasesFollow && live.isAfter(caseBegan);
    }

    /** Before it there was nothing that the case could go by. */
    private static ModelVersion first(List<ModelVersion> newestFirst) {
        return newestFirst.get(newestFirst.size() - 1);
    }
}
