package org.smecluster.engine.deployment;

import java.time.Instant;

/**
 * A version of a process, decision, diagram of decisions or form that the engine has.
 *
 * @param number         from 1
 * @param deploymentName null where none was given
 * @param shipped        whether the file came with the application
 */
public record DeployedVersion(
        int number, String deploymentId, String deploymentName, boolean shipped, Instant deployedAt) {}
