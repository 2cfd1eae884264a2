package org.smecluster.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A cluster as it was known at the end of a day, and as it stood on that day: nothing that the registry learnt later, and
 * nothing that took effect later.
 *
 * @param on the day
 * @param event the change that brought the state about
 * @param recognition the latest recognition, null before the first
 * @param term the one in which the day lies, null where it lies in none
 * @param terms by number
 * @param facts in force, by kind; of the kind OTHER all, of the others one at most
 * @param poolStays by date
 */
public record ClusterAsKnown(
        LocalDate on,
        String clusterNumber,
        String name,
        String leadingIndustry,
        String countyCode,
        String cityCode,
        ClusterEvent event,
        ClusterEvent recognition,
        ClusterTerm term,
        List<ClusterTerm> terms,
        List<ClusterFact> facts,
        List<PoolStay> poolStays) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public ClusterAsKnown {
        terms = List.copyOf(terms);
        facts = List.copyOf(facts);
        poolStays = List.copyOf(poolStays);
    }

    /** The first moment that is not of the day any more. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** The day on which the registry learnt of the cluster. */
    public static Optional<LocalDate> firstDay(ClusterLife life) {
        return life.events().stream()
                .map(ClusterEvent::recordedAt)
                .min(Comparator.naturalOrder())
                .map(first -> LocalDate.ofInstant(first, ZONE));
    }

    /** The admission to the pool or the recognition that was the latest one known on the day. */
    static Optional<ClusterEvent> lastEntry(ClusterLife life, LocalDate on) {
        return known(life, on).stream()
                .filter(event -> event.state() == ClusterState.CULTIVATED || recognises(event))
                .reduce((earlier, later) -> later);
    }

    private static List<ClusterEvent> known(ClusterLife life, LocalDate on) {
        Instant over = endOf(on);
        return life.events().stream()
                .filter(event ->
                        event.recordedAt().isBefore(over) && !event.happenedOn().isAfter(on))
                .toList();
    }

    /** Empty where nothing of the cluster was known by the end of the day. */
    static Optional<ClusterAsKnown> of(ClusterLife life, LocalDate on) {
        Instant over = endOf(on);
        List<ClusterEvent> events = known(life, on);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        List<ClusterTerm> terms = life.terms().stream()
                .filter(term -> term.recordedAt().isBefore(over))
                .toList();
        List<ClusterFact> facts = inForce(life, on, over);
        return Optional.of(new ClusterAsKnown(
                on,
                life.cluster().clusterNumber(),
                value(facts, FactKind.NAME).orElse(life.cluster().name()),
                value(facts, FactKind.LEADING_INDUSTRY).orElse(life.cluster().leadingIndustry()),
                life.cluster().countyCode(),
                life.cluster().cityCode(),
                events.get(events.size() - 1),
                events.stream()
                        .filter(ClusterAsKnown::recognises)
                        .reduce((earlier, later) -> later)
                        .orElse(null),
                terms.stream()
                        .filter(term ->
                                !term.startsOn().isAfter(on) && !term.endsOn().isBefore(on))
                        .reduce((earlier, later) -> later)
                        .orElse(null),
                terms,
                facts,
                stays(events)));
    }

    /** A review that was passed or ended leads to the same state, and is no recognition. */
    private static boolean recognises(ClusterEvent event) {
        return event.state() == ClusterState.RECOGNISED
                && CaseKind.of(event.caseNumber())
                        .filter(kind -> kind == CaseKind.RD)
                        .isPresent();
    }

    private static List<ClusterFact> inForce(ClusterLife life, LocalDate on, Instant over) {
        List<ClusterFact> known = life.facts().stream()
                .filter(fact ->
                        fact.recordedAt().isBefore(over) && !fact.validFrom().isAfter(on))
                .toList();
        List<ClusterFact> inForce = new ArrayList<>();
        for (FactKind kind : FactKind.values()) {
            List<ClusterFact> ofKind =
                    known.stream().filter(fact -> fact.kind() == kind).toList();
            if (kind == FactKind.OTHER) {
                inForce.addAll(ofKind);
            } else {
                ofKind.stream().max(ClusterLife.LATER_IN_FORCE).ifPresent(inForce::add);
            }
        }
        return inForce;
    }

    private static Optional<String> value(List<ClusterFact> facts, FactKind kind) {
        return facts.stream()
                .filter(fact -> fact.kind() == kind)
                .map(ClusterFact::value)
                .findFirst();
    }

    /** From the changes of state, which have the moment at which each was learnt; the stays themselves have none. */
    private static List<PoolStay> stays(List<ClusterEvent> events) {
        List<PoolStay> stays = new ArrayList<>();
        ClusterEvent entry = null;
        for (ClusterEvent event : events) {
            if (event.state() == ClusterState.CULTIVATED) {
                entry = event;
            } else if (entry != null) {
                stays.add(new PoolStay(entry.caseNumber(), entry.happenedOn(), event.happenedOn(), event.reason()));
                entry = null;
            }
        }
        if (entry != null) {
            stays.add(new PoolStay(entry.caseNumber(), entry.happenedOn(), null, null));
        }
        return stays;
    }

    public ClusterState state() {
        return event.state();
    }

    /** Last day of the latest term known, null where there is none. */
    public LocalDate termEndsOn() {
        return terms.isEmpty() ? null : terms.get(terms.size() - 1).endsOn();
    }
}
