package org.smecluster.registry;

import java.util.List;

/**
 * Everything the registry knows of a cluster.
 *
 * @param terms by number
 * @param events in the order in which they happened
 */
public record ClusterLife(ClusterRecord cluster, List<ClusterTerm> terms, List<ClusterEvent> events) {

    public ClusterLife {
        terms = List.copyOf(terms);
        events = List.copyOf(events);
    }
}
