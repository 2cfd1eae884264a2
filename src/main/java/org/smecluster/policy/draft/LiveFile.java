package org.smecluster.policy.draft;

import java.util.List;
import org.smecluster.policy.ModelSource;

/**
 * A file of which something runs.
 *
 * @param shipped whether it came with the application
 * @param keys    what of it is the latest version; one at least
 */
public record LiveFile(ModelSource source, String deploymentId, boolean shipped, List<LiveKey> keys) {}
