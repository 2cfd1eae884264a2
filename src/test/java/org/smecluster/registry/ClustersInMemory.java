package org.smecluster.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Clusters without a database. Whoever changes the state of a known one must have locked it. */
final class ClustersInMemory implements Clusters {

    private final Map<String, String> units = new HashMap<>();
    private final List<ClusterRecord> records = new ArrayList<>();
    private final Map<Long, List<ClusterTerm>> terms = new HashMap<>();
    private final Map<Long, List<ClusterEvent>> events = new HashMap<>();
    private final Map<Long, List<ClusterFact>> facts = new HashMap<>();
    private final Map<Long, List<PoolStay>> stays = new HashMap<>();
    private final Set<Long> locked = new HashSet<>();
    private final Clock clock;

    ClustersInMemory(Clock clock) {
        this.clock = clock;
    }

    /** What the casework knows of a case. */
    void belongs(String caseNumber, String unit) {
        units.put(caseNumber, unit);
    }

    @Override
    public Optional<ClusterRecord> bySourceCase(String caseNumber) {
        return first(record -> record.sourceCase().equals(caseNumber)
                || terms(record.id()).stream()
                        .anyMatch(term -> term.sourceCase().equals(caseNumber)));
    }

    @Override
    public Optional<ClusterRecord> named(String applicantGroup, String name) {
        return all().stream()
                .filter(record -> record.applicantGroup().equals(applicantGroup))
                .filter(record -> facts(record.id()).stream()
                        .anyMatch(fact ->
                                fact.kind() == FactKind.NAME && fact.value().equals(name)))
                .max(Comparator.comparing(ClusterRecord::id));
    }

    @Override
    public List<ClusterRecord> byNumbers(Collection<String> clusterNumbers) {
        return all().stream()
                .filter(record -> clusterNumbers.contains(record.clusterNumber()))
                .toList();
    }

    @Override
    public Optional<ClusterRecord> byNumber(String clusterNumber) {
        return first(record -> record.clusterNumber().equals(clusterNumber));
    }

    @Override
    public ClusterRecord get(long id) {
        return first(record -> record.id() == id).orElseThrow();
    }

    private Optional<ClusterRecord> first(Predicate<ClusterRecord> which) {
        return records.stream().filter(which).findFirst();
    }

    @Override
    public List<ClusterRecord> all() {
        return records.stream()
                .sorted(Comparator.comparing(ClusterRecord::clusterNumber))
                .toList();
    }

    @Override
    public int count(ClusterSearch search) {
        return (int) found(search).count();
    }

    @Override
    public List<ClusterRecord> page(ClusterSearch search, int from, int size) {
        return found(search).skip(from).limit(size).toList();
    }

    @Override
    public List<ClusterTally> tally(ClusterSearch search) {
        return found(search)
                .map(each ->
                        new ClusterTally(each.cityCode(), each.countyCode(), each.leadingIndustry(), each.state(), 1))
                .toList();
    }

    private Stream<ClusterRecord> found(ClusterSearch search) {
        return all().stream().filter(record -> search.states().contains(record.state()));
    }

    @Override
    public List<ClusterTerm> terms(long clusterId) {
        return List.copyOf(terms.getOrDefault(clusterId, List.of()));
    }

    @Override
    public List<ClusterEvent> events(long clusterId) {
        return List.copyOf(events.getOrDefault(clusterId, List.of()));
    }

    @Override
    public List<ClusterFact> facts(long clusterId) {
        return List.copyOf(facts.getOrDefault(clusterId, List.of()));
    }

    @Override
    public List<PoolStay> poolStays(long clusterId) {
        return List.copyOf(stays.getOrDefault(clusterId, List.of()));
    }

    @Override
    public Optional<String> unitOf(String caseNumber) {
        return Optional.ofNullable(units.get(caseNumber));
    }

    @Override
    public long insert(Recognition recognition, String clusterNumber) {
        return insert(new ClusterRecord(
                records.size() + 1L,
                clusterNumber,
                recognition.caseNumber(),
                recognition.name(),
                recognition.leadingIndustry(),
                recognition.countyCode(),
                recognition.cityCode(),
                recognition.applicantGroup(),
                ClusterState.RECOGNISED,
                recognition.publishedOn(),
                recognition.documentNumber(),
                null));
    }

    @Override
    public long insert(PoolAdmission admission, String clusterNumber) {
        return insert(new ClusterRecord(
                records.size() + 1L,
                clusterNumber,
                admission.caseNumber(),
                admission.name(),
                admission.leadingIndustry(),
                admission.countyCode(),
                admission.cityCode(),
                admission.applicantGroup(),
                ClusterState.CULTIVATED,
                null,
                null,
                null));
    }

    private long insert(ClusterRecord record) {
        records.add(record);
        locked.add(record.id());
        return record.id();
    }

    @Override
    public void recognise(long clusterId, Recognition by) {
        mustBeLocked(clusterId);
        change(
                clusterId,
                old -> new ClusterRecord(
                        old.id(),
                        old.clusterNumber(),
                        old.sourceCase(),
                        by.name(),
                        by.leadingIndustry(),
                        old.countyCode(),
                        old.cityCode(),
                        by.applicantGroup(),
                        old.state(),
                        by.publishedOn(),
                        by.documentNumber(),
                        old.termEndsOn()));
    }

    @Override
    public void addTerm(long clusterId, int number, LocalDate startsOn, LocalDate endsOn, String sourceCase) {
        mustBeLocked(clusterId);
        add(terms, clusterId, new ClusterTerm(number, startsOn, endsOn, sourceCase, clock.instant(), null));
        change(clusterId, old -> with(old, old.name(), old.leadingIndustry(), old.state(), endsOn));
    }

    @Override
    public void openReview(long clusterId, int term, LocalDate on) {
        terms.get(clusterId)
                .replaceAll(old -> old.number() == term
                        ? new ClusterTerm(
                                old.number(), old.startsOn(), old.endsOn(), old.sourceCase(), old.recordedAt(), on)
                        : old);
    }

    @Override
    public void openStay(long clusterId, String entryCase, LocalDate on) {
        mustBeLocked(clusterId);
        add(stays, clusterId, new PoolStay(entryCase, on, null, null));
    }

    @Override
    public void closeStay(long clusterId, LocalDate on, String reason) {
        mustBeLocked(clusterId);
        stays.getOrDefault(clusterId, new ArrayList<>())
                .replaceAll(stay ->
                        stay.leftOn() == null ? new PoolStay(stay.entryCase(), stay.enteredOn(), on, reason) : stay);
    }

    @Override
    public boolean addFact(
            long clusterId, FactKind kind, String value, LocalDate validFrom, String caseNumber, String article) {
        if (facts(clusterId).stream()
                .anyMatch(fact -> fact.kind() == kind && fact.caseNumber().equals(caseNumber))) {
            return false;
        }
        add(facts, clusterId, new ClusterFact(kind, value, validFrom, caseNumber, article, clock.instant()));
        return true;
    }

    @Override
    public void rename(long clusterId, String name, String leadingIndustry) {
        mustBeLocked(clusterId);
        change(clusterId, old -> with(old, name, leadingIndustry, old.state(), old.termEndsOn()));
    }

    @Override
    public void enter(
            long clusterId,
            ClusterState state,
            LocalDate on,
            String reason,
            String article,
            String caseNumber,
            String documentNumber) {
        mustBeLocked(clusterId);
        change(clusterId, old -> with(old, old.name(), old.leadingIndustry(), state, old.termEndsOn()));
        add(
                events,
                clusterId,
                new ClusterEvent(state, on, reason, article, caseNumber, documentNumber, clock.instant()));
    }

    @Override
    public ClusterState lockState(long clusterId) {
        locked.add(clusterId);
        return get(clusterId).state();
    }

    /** The transaction is over. */
    void unlock() {
        locked.clear();
    }

    boolean isLocked(String clusterNumber) {
        return locked.contains(byNumber(clusterNumber).orElseThrow().id());
    }

    private void mustBeLocked(long clusterId) {
        if (!locked.contains(clusterId)) {
            throw new IllegalStateException("changed without the lock");
        }
    }

    private void change(long clusterId, UnaryOperator<ClusterRecord> change) {
        records.replaceAll(record -> record.id() == clusterId ? change.apply(record) : record);
    }

    private static <T> void add(Map<Long, List<T>> lists, long clusterId, T one) {
        lists.computeIfAbsent(clusterId, id -> new ArrayList<>()).add(one);
    }

    private static ClusterRecord with(
            ClusterRecord old, String name, String leadingIndustry, ClusterState state, LocalDate termEndsOn) {
        return new ClusterRecord(
                old.id(),
                old.clusterNumber(),
                old.sourceCase(),
                name,
                leadingIndustry,
                old.countyCode(),
                old.cityCode(),
                old.applicantGroup(),
                state,
                old.recognisedOn(),
                old.documentNumber(),
                termEndsOn);
    }
}
