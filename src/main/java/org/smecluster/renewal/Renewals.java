package org.smecluster.renewal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The stored reviews. They change through {@link RenewalService} and {@link RenewalDecisions} only. */
public interface Renewals {

    void insert(String caseNumber, int applicationYear, LocalDate termEndsOn);

    Optional<Renewal> find(String caseNumber);

    /** The review, locked until the transaction ends. */
    Optional<Renewal> lock(String caseNumber);

    /** Case numbers of the unit's reviews of the cluster of that name. */
    List<String> casesOf(String applicantGroup, String clusterName);

    void enter(String caseNumber, RenewalState state);

    void submittedOn(String caseNumber, LocalDate on);
}
