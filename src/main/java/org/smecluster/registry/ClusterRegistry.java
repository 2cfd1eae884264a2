package org.smecluster.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.smecluster.calendar.WorkCalendar;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clusters' lifelong record: who is recognised, for how long, and what became of it. */
@Service
public class ClusterRegistry {

    private final Clusters clusters;
    private final ClusterNumbers numbers;
    private final WorkCalendar calendar;

    ClusterRegistry(Clusters clusters, ClusterNumbers numbers, WorkCalendar calendar) {
        this.clusters = clusters;
        this.numbers = numbers;
        this.calendar = calendar;
    }

    /**
     * Enters a recognised cluster with its number and its first term, three years from the publication. Entering the
     * same case again changes nothing and yields the cluster that it is.
     */
    @Transactional
    @LegalBasis(article = 12, item = 3)
    @LegalBasis(article = 14)
    public ClusterRecord register(Recognition recognition) {
        Optional<ClusterRecord> known = clusters.bySourceCase(recognition.caseNumber());
        if (known.isPresent()) {
            return known.get();
        }
        LocalDate lastDay =
                calendar.periods().threeYearsFrom(recognition.publishedOn()).lastDay();
        long id = clusters.insert(recognition, numbers.next(recognition.countyCode()));
        clusters.addTerm(id, new ClusterTerm(1, recognition.publishedOn(), lastDay, recognition.caseNumber()));
        clusters.enter(
                id,
                new ClusterEvent(
                        ClusterState.RECOGNISED,
                        recognition.publishedOn(),
                        "经公示无异议，以" + recognition.documentNumber() + "公布认定",
                        Article.of(12, 3).toString(),
                        recognition.caseNumber()));
        return clusters.bySourceCase(recognition.caseNumber()).orElseThrow();
    }

    /**
     * Ends the recognition of a cluster whose term is over. One that is no longer recognised, or whose term has been
     * extended, stays as it is.
     *
     * @param on first day without a valid term
     */
    @Transactional
    @LegalBasis(article = 14)
    public void lapse(String clusterNumber, LocalDate on) {
        ClusterRecord cluster = get(clusterNumber);
        if (clusters.lockState(cluster.id()) == ClusterState.RECOGNISED
                && cluster.termEndsOn().isBefore(on)) {
            clusters.enter(
                    cluster.id(),
                    new ClusterEvent(
                            ClusterState.LAPSED,
                            on,
                            "有效期至" + cluster.termEndsOn() + "届满，未经复核延长",
                            Article.of(14).toString(),
                            null));
        }
    }

    /** By cluster number. */
    @Transactional(readOnly = true)
    public List<ClusterRecord> all() {
        return clusters.all();
    }

    @Transactional(readOnly = true)
    public Optional<ClusterRecord> find(String clusterNumber) {
        return clusters.byNumber(clusterNumber);
    }

    /** @throws IllegalArgumentException where no cluster has the number */
    @Transactional(readOnly = true)
    public ClusterRecord get(String clusterNumber) {
        return find(clusterNumber)
                .orElseThrow(() -> new IllegalArgumentException("no cluster has the number " + clusterNumber));
    }

    /** The cluster that the case brought into the registry. */
    @Transactional(readOnly = true)
    public Optional<ClusterRecord> ofCase(String caseNumber) {
        return clusters.bySourceCase(caseNumber);
    }

    @Transactional(readOnly = true)
    public Optional<ClusterLife> life(String clusterNumber) {
        return find(clusterNumber)
                .map(cluster -> new ClusterLife(cluster, clusters.terms(cluster.id()), clusters.events(cluster.id())));
    }
}
