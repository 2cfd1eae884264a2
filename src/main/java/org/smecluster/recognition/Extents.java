package org.smecluster.recognition;

import java.util.Optional;

/** The extents of the clusters that cross counties. */
public interface Extents {

    void save(long applicationId, Extent extent);

    /** Empty where the cluster lies in one county, or applied before extents were asked for. */
    Optional<Extent> find(long applicationId);
}
