package org.smecluster.renewal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.smecluster.registry.ClusterRecord;

/** The stored rounds. They change through {@link ReviewRounds} only. */
public interface Rounds {

    long insert(RoundOpening opening, String roundNumber, String openedBy);

    /** Names a cluster with the term that is meant. */
    void name(long id, String clusterNumber, LocalDate termEndsOn);

    Optional<ReviewRound> find(String roundNumber);

    /** The round, locked until the transaction ends. */
    ReviewRound lock(String roundNumber);

    /** Those that cover the cluster's latest term, the newest first. */
    List<ReviewRound> covering(ClusterRecord cluster);

    /** Numbers of the clusters whose latest term it covers, by number. */
    List<String> covered(long id);

    /** The open round that covers terms ending in this time. */
    Optional<ReviewRound> openFor(LocalDate termsFrom, LocalDate termsTo);

    /** The newest first. */
    List<ReviewRound> all();

    void close(long id, LocalDate on);

    /** A leader stated that none is held, or did not. @param documentNumber null where not, as its date */
    void decide(
            long id, RoundState state, String documentNumber, LocalDate documentDate, String decidedBy, LocalDate on);
}
