package org.smecluster.registry;

import java.util.List;

/**
 * A part of the house that knows something of a cluster's life and tells its record. What not everybody may read says so
 * by {@link LifeEntry#least()}; who raised an objection is told to nobody.
 */
public interface LifeSource {

    /** Everything it knows, in any order. */
    List<LifeEntry> of(ClusterRecord cluster);
}
