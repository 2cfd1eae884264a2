package org.smecluster.evidence;

import java.util.Optional;
import org.smecluster.casework.CaseRecord;
import org.smecluster.security.Account;

/** A part of the house in whose cases evidence is handed in, and which knows when by whom. */
public interface EvidenceDesk {

    /** Empty where the person may hand in nothing, or not now, or the desk does not know such cases. */
    Optional<Intake> intake(CaseRecord record, Account by);

    /** Keeps what {@link #intake} said from changing until the transaction ends. */
    void lock(CaseRecord record);
}
