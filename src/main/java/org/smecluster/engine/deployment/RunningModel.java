package org.smecluster.engine.deployment;

import java.time.Instant;

/**
 * The latest version of a key in the engine: what new cases take, and running ones for their forms and decisions.
 *
 * @param deploymentName null where none was given
 * @param source         {@code sme-cluster} where it came with the application, else {@code by-hand}
 * @param deployedBy     user id; null where nobody was signed in, or the history of it is gone
 * @param shipped        whether the file came with the application
 */
public record RunningModel(
        int version,
        ModelFile file,
        String deploymentName,
        String source,
        Instant deployedAt,
        String deployedBy,
        boolean shipped,
        String deploymentId) {}
