package org.smecluster.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.engine.ModelUse;
import org.smecluster.engine.ModelUses;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the record of a cluster together from what every part of the house knows of its life. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class LifelongRecords {

    /** What was recorded in one moment stays as its source tells it. */
    private static final Comparator<LifeEntry> AS_IT_HAPPENED =
            Comparator.comparing(LifeEntry::happenedOn).thenComparing(LifeEntry::recordedAt);

    private final ClusterRegistry registry;
    private final List<LifeSource> sources;
    private final List<LifeDocuments> archives;
    private final CasesOfCluster cases;
    private final CaseStandings standings;
    private final ModelUses models;
    private final Clock clock;

    LifelongRecords(
            ClusterRegistry registry,
            List<LifeSource> sources,
            List<LifeDocuments> archives,
            CasesOfCluster cases,
            CaseStandings standings,
            ModelUses models,
            Clock clock) {
        this.registry = registry;
        this.sources = sources.stream()
                .sorted(Comparator.comparing(source -> source.getClass().getName()))
                .toList();
        this.archives = archives;
        this.cases = cases;
        this.standings = standings;
        this.models = models;
        this.clock = clock;
    }

    /** Empty where there is no such cluster, or nothing of it was known by the end of the day. */
    public Optional<LifelongRecord> asKnown(String clusterNumber, LocalDate on, LifeReader reader) {
        return registry.life(clusterNumber).flatMap(life -> ClusterAsKnown.of(life, on)
                .map(cluster -> record(life, cluster, ClusterAsKnown.endOf(on), reader)));
    }

    private LifelongRecord record(ClusterLife life, ClusterAsKnown asKnown, Instant over, LifeReader reader) {
        ClusterRecord cluster = life.cluster();
        List<ClusterCase> known = casesKnown(cluster, over);
        List<ModelUse> used = models
                .of(Stream.concat(known.stream().map(ClusterCase::caseNumber), Stream.of(cluster.clusterNumber()))
                        .toList())
                .stream()
                .filter(use -> use.usedFrom().isBefore(over))
                .toList();
        Map<String, List<ModelUse>> ownProcess = used.stream()
                .filter(use -> use.type() == ModelUse.Type.PROCESS && !use.called())
                .collect(Collectors.groupingBy(ModelUse::businessKey));
        List<LifeEntry> entries = sources.stream()
                .flatMap(source -> source.of(cluster).stream())
                .filter(entry -> entry.recordedAt().isBefore(over) && reader.reads(entry.least()))
                .map(entry -> withModel(entry, ownProcess))
                .sorted(AS_IT_HAPPENED)
                .toList();
        List<LifeDocument> documents = archives.stream()
                .flatMap(archive -> archive.documentsOf(cluster).stream())
                .filter(document -> document.recordedAt().isBefore(over) && reader.reads(document.least()))
                .sorted(Comparator.comparing(LifeDocument::caseNumber).thenComparing(LifeDocument::fileName))
                .toList();
        return new LifelongRecord(asKnown, unit(life, asKnown.on()), entries, known, used, documents);
    }

    /** That of the case by which it last entered the pool or was recognised. */
    private String unit(ClusterLife life, LocalDate on) {
        return ClusterAsKnown.lastEntry(life, on)
                .flatMap(event -> registry.unitOf(event.caseNumber()))
                .orElse(life.cluster().applicantGroup());
    }

    private List<ClusterCase> casesKnown(ClusterRecord cluster, Instant over) {
        List<ClusterCase> known = cases.of(cluster).stream()
                .filter(each -> each.openedAt().isBefore(over))
                .toList();
        if (over.isAfter(clock.instant())) {
            return known;
        }
        Map<String, String> stood =
                standings.before(known.stream().map(ClusterCase::caseNumber).toList(), over);
        return known.stream()
                .map(each -> each.before(over, stood.get(each.caseNumber())))
                .toList();
    }

    /** The version that the case's process had when the entry was made; of the first one for what was entered before. */
    private static LifeEntry withModel(LifeEntry entry, Map<String, List<ModelUse>> ownProcess) {
        List<ModelUse> uses = ownProcess.getOrDefault(entry.caseNumber() == null ? "" : entry.caseNumber(), List.of());
        if (uses.isEmpty()) {
            return entry;
        }
        ModelUse then = uses.stream()
                .filter(use -> !use.usedFrom().isAfter(entry.recordedAt()))
                .reduce((earlier, later) -> later)
                .orElse(uses.get(0));
        return entry.restingOn(then.inWords());
    }
}
