package org.smecluster.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.PublicClusters.InCounty;
import org.smecluster.registry.PublicSearch.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the registry tells everybody (第十二条(三): 向社会公开发布): clusters that are or were recognised, their terms, and what
 * ended them. Who is on the list, and what it says of the validity, is said by {@code clusterStateRights}.
 */
@Service
@Transactional(readOnly = true)
@LegalBasis(article = 12, item = 3)
public class PublicRegister {

    private final PublicClusters stored;
    private final Clusters clusters;
    private final ClusterRights rights;
    private final Clock clock;

    PublicRegister(PublicClusters stored, Clusters clusters, ClusterRights rights, Clock clock) {
        this.stored = stored;
        this.clusters = clusters;
        this.rights = rights;
        this.clock = clock;
    }

    /** The same search among those that are on the public list. */
    public PublicSearch listed(PublicSearch search, Order order) {
        return search.in(rights.publiclyListed(), order);
    }

    public int count(PublicSearch search) {
        return stored.count(search, today());
    }

    /** @param from 0 for the first */
    public List<PublicCluster> page(PublicSearch search, int from, int size) {
        return stored.page(search, from, size, today());
    }

    /** Empty for one that was never recognised, as for none. */
    public Optional<PublicCluster> find(String clusterNumber) {
        return stored.byNumber(clusterNumber, today());
    }

    public Map<PublicStanding, Integer> standings() {
        return stored.standings(today());
    }

    /** How many are on the public list, of counties that have any. */
    public List<InCounty> listedByCounty() {
        return stored.byCounty(rights.publiclyListed(), today());
    }

    /** Of all that are or were recognised, each once. */
    public List<String> industries() {
        return stored.industries(today());
    }

    /** Those in which lists were published, the latest first. */
    public List<Integer> years() {
        return stored.years(today());
    }

    /**
     * What is said of the validity: in the words of the table for one that is on the list. In the hours between the end of a term and
     * the step that enters it, the day is believed.
     */
    @LegalBasis(article = 14)
    public String words(PublicCluster cluster) {
        boolean ended = cluster.standing() != PublicStanding.VALID;
        return cluster.state() == ClusterState.RECOGNISED && ended
                ? cluster.standing().label()
                : rights.publicly(cluster.state(), ended)
                        .orElse(cluster.standing().label());
    }

    /** The terms in their order, each with what gave it. */
    @LegalBasis(article = 14)
    public List<PublicTerm> terms(PublicCluster cluster) {
        List<ClusterEvent> events = clusters.events(cluster.id());
        return clusters.terms(cluster.id()).stream()
                .map(term -> new PublicTerm(
                        CaseKind.of(term.sourceCase()).equals(Optional.of(CaseKind.FH)),
                        term.startsOn(),
                        term.endsOn(),
                        events.stream()
                                .filter(event -> event.state() == ClusterState.RECOGNISED
                                        && term.sourceCase().equals(event.caseNumber()))
                                .findFirst()
                                .map(ClusterEvent::documentNumber)
                                .orElse(null)))
                .toList();
    }

    /** Numbers of the cases that gave it its terms; on their lists it was made public. */
    public List<String> sourceCases(PublicCluster cluster) {
        return clusters.terms(cluster.id()).stream()
                .map(ClusterTerm::sourceCase)
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
