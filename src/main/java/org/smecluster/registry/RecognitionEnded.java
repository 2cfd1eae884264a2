package org.smecluster.registry;

import java.time.LocalDate;

/**
 * The recognition of a cluster holds no longer: it has lapsed or was revoked. Published in the transaction in which the
 * registry learnt it.
 */
public record RecognitionEnded(String clusterNumber, ClusterState state, LocalDate on) {}
