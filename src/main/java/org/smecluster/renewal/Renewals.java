package org.smecluster.renewal;

import java.time.LocalDate;
import java.util.Optional;

/** The stored reviews. They change through {@link RenewalService} and {@link RenewalDecisions} only. */
public interface Renewals {

    void insert(String caseNumber, int applicationYear, LocalDate termEndsOn);

    Optional<Renewal> find(String caseNumber);

    /** The review, locked until the transaction ends. */
    Optional<Renewal> lock(String caseNumber);

    void enter(String caseNumber, RenewalState state);

    void submittedOn(String caseNumber, LocalDate on);
}
