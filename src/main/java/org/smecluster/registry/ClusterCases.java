package org.smecluster.registry;

import java.util.List;

/** A part of the house that keeps cases about clusters. */
public interface ClusterCases {

    /** Those about the cluster, in any order. */
    List<ClusterCase> casesOf(ClusterRecord cluster);
}
