package org.smecluster.migration;

/**
 * A version of a process, as it was deployed.
 *
 * @param name as staff read it
 */
public record ProcessVersion(String definitionId, String key, String name, int version, String deploymentId) {}
