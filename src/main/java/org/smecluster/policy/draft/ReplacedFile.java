package org.smecluster.policy.draft;

import org.smecluster.policy.ModelSource;

/** @param shipped whether it was the application's own, which the upgrades replace */
public record ReplacedFile(String resource, byte[] content, boolean shipped) {

    ModelSource source() {
        return new ModelSource(resource, content);
    }
}
