package org.smecluster.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The stored clusters. They change through {@link ClusterRegistry} only. */
public interface Clusters {

    /** The cluster that the case brought in or gave a term to. */
    Optional<ClusterRecord> bySourceCase(String caseNumber);

    Optional<ClusterRecord> named(String applicantGroup, String name);

    List<ClusterRecord> byNumbers(Collection<String> clusterNumbers);

    Optional<ClusterRecord> byNumber(String clusterNumber);

    /** The cluster of an id that the registry gave out. */
    ClusterRecord get(long id);

    /** By cluster number. */
    List<ClusterRecord> all();

    int count(ClusterSearch search);

    /** @param from 0 for the first */
    List<ClusterRecord> page(ClusterSearch search, int from, int size);

    /** How many there are of each place, industry and state, in any order. */
    List<ClusterTally> tally(ClusterSearch search);

    List<ClusterTerm> terms(long clusterId);

    List<ClusterEvent> events(long clusterId);

    /** In the order in which the registry learnt them. */
    List<ClusterFact> facts(long clusterId);

    List<PoolStay> poolStays(long clusterId);

    /** The group of the unit whose case it is. */
    Optional<String> unitOf(String caseNumber);

    /** Stores it without a state's event. @return id */
    long insert(Recognition recognition, String clusterNumber);

    /** Stores it without a state's event. @return id */
    long insert(PoolAdmission admission, String clusterNumber);

    /** Takes the recognition's name, industry, unit and document over into a cluster that is known. */
    void recognise(long clusterId, Recognition recognition);

    void addTerm(long clusterId, int number, LocalDate startsOn, LocalDate endsOn, String sourceCase);

    void openReview(long clusterId, int term, LocalDate on);

    void openStay(long clusterId, String entryCase, LocalDate on);

    /** Without an open stay nothing happens. */
    void closeStay(long clusterId, LocalDate on, String reason);

    /** The same kind of the same case is stored once. @return whether it was new */
    boolean addFact(
            long clusterId, FactKind kind, String value, LocalDate validFrom, String caseNumber, String article);

    void rename(long clusterId, String name, String leadingIndustry);

    /**
     * Changes the state and keeps why.
     *
     * @param caseNumber null where no case brought it about
     * @param documentNumber null where no document was issued
     */
    void enter(
            long clusterId,
            ClusterState state,
            LocalDate on,
            String reason,
            String article,
            String caseNumber,
            String documentNumber);

    /** As the other, without a document. */
    default void enter(
            long clusterId, ClusterState state, LocalDate on, String reason, String article, String caseNumber) {
        enter(clusterId, state, on, reason, article, caseNumber, null);
    }

    /** The state, locked until the transaction ends. */
    ClusterState lockState(long clusterId);
}
