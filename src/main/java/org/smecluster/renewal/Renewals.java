package org.smecluster.renewal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.smecluster.casework.PassedStep;
import org.smecluster.law.Refusal;

/** The stored reviews. They change through the services of this package only. */
public interface Renewals {

    void insert(Renewal renewal);

    Optional<Renewal> find(String caseNumber);

    /**
     * The review, locked until the transaction ends.
     *
     * @throws Refusal where there is none
     */
    Renewal lock(String caseNumber);

    /** As {@link #lock}. @throws PassedStep where it stands elsewhere */
    default Renewal inState(String caseNumber, RenewalState wanted) {
        Renewal renewal = lock(caseNumber);
        if (renewal.state() != wanted) {
            throw new PassedStep("本案", renewal.state().label());
        }
        return renewal;
    }

    /** Whether a review of the cluster's term that ends on the day was decided and not passed. */
    boolean notPassed(String clusterNumber, LocalDate termEndsOn);

    /** Case numbers of the unit's reviews of the cluster of that name. */
    List<String> casesOf(String applicantGroup, String clusterName);

    void enter(String caseNumber, RenewalState state);

    void submittedOn(String caseNumber, LocalDate on);
}
