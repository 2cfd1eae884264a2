package org.smecluster.national;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smecluster.national.Recommendation.Issued;

/** The stored recommendations. They change through the services of this package only. */
public interface Recommendations {

    Optional<Recommendation> find(String caseNumber);

    /** @return false where the year has one that did not come to nothing */
    boolean insert(String caseNumber, int year, Notice notice);

    /** Whether the year has one that did not come to nothing. */
    boolean begun(int year);

    /** Locked until the transaction ends. @throws IllegalArgumentException where there is none */
    Recommendation lock(String caseNumber);

    void enter(String caseNumber, Stage stage);

    void list(String caseNumber, Issued document);

    /** @param recognised cluster numbers of the recommended that the ministry recognised */
    void conclude(String caseNumber, Issued document, Set<String> recognised);

    /**
     * Begins an evaluation; what is added from now on is its.
     *
     * @param reason null for the first, as byName
     */
    void begin(String caseNumber, String reason, String byName, Instant at);

    void add(String caseNumber, Candidate candidate);

    void add(String caseNumber, Exclusion exclusion);

    /** All, the first one first. */
    List<Evaluation> evaluations(String caseNumber);

    void propose(String caseNumber, String clusterNumber, Proposal proposal);

    /** Of the latest evaluation, by cluster number. */
    List<Candidate> candidates(String caseNumber);

    List<Candidate> candidates(String caseNumber, int evaluation);

    /** Of the latest evaluation, by cluster number. */
    List<Exclusion> exclusions(String caseNumber);

    List<Exclusion> exclusions(String caseNumber, int evaluation);

    /** The recommendations in which the cluster stands on an approved list, oldest first. */
    List<Recommendation> ofCluster(String clusterNumber);
}
