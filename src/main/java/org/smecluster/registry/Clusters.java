package org.smecluster.registry;

import java.util.List;
import java.util.Optional;

/** The stored clusters. States change through {@link ClusterRegistry} only. */
public interface Clusters {

    Optional<ClusterRecord> bySourceCase(String caseNumber);

    Optional<ClusterRecord> byNumber(String clusterNumber);

    /** By cluster number. */
    List<ClusterRecord> all();

    List<ClusterTerm> terms(long clusterId);

    List<ClusterEvent> events(long clusterId);

    /** Stores it without a state's event. @return id */
    long insert(Recognition recognition, String clusterNumber);

    void addTerm(long clusterId, ClusterTerm term);

    /** Changes the state and keeps why. */
    void enter(long clusterId, ClusterEvent event);

    /** The state, locked until the transaction ends. */
    ClusterState lockState(long clusterId);
}
