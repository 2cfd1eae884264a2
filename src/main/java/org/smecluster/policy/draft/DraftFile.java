package org.smecluster.policy.draft;

import org.smecluster.policy.ModelSource;

/** @param runningCasesFollow whether cases that run when it goes live take the changed file too */
public record DraftFile(int place, String resource, byte[] content, boolean runningCasesFollow) {

    public ModelSource source() {
        return new ModelSource(resource, content);
    }
}
