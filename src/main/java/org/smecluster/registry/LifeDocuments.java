package org.smecluster.registry;

import java.util.List;

/** A part of the house that keeps documents of a cluster's life. */
public interface LifeDocuments {

    /** Those of the cluster, in any order; their contents are not read. */
    List<LifeDocument> documentsOf(ClusterRecord cluster);
}
