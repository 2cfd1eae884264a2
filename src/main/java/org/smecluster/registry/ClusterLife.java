package org.smecluster.registry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything the registry knows of a cluster.
 *
 * @param terms by number
 * @param events in the order in which they happened
 * @param facts in the order in which the registry learnt them
 * @param poolStays by date
 */
public record ClusterLife(
        ClusterRecord cluster,
        List<ClusterTerm> terms,
        List<ClusterEvent> events,
        List<ClusterFact> facts,
        List<PoolStay> poolStays) {

    /** Of two facts of a kind the later holds; of two of one day the one learnt later. */
    static final Comparator<ClusterFact> LATER_IN_FORCE =
            Comparator.comparing(ClusterFact::validFrom).thenComparing(ClusterFact::recordedAt);

    public ClusterLife {
        terms = List.copyOf(terms);
        events = List.copyOf(events);
        facts = List.copyOf(facts);
        poolStays = List.copyOf(poolStays);
    }

    /** What held on a day; empty where the registry knows nothing of it. */
    public Optional<String> factOn(FactKind kind, LocalDate day) {
        return facts.stream()
                .filter(fact -> fact.kind() == kind && !fact.validFrom().isAfter(day))
                .max(LATER_IN_FORCE)
                .map(ClusterFact::value);
    }
}
