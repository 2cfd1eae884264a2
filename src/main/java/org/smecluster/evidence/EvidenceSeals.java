package org.smecluster.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smecluster.security.Account;

/** Seals, asked for and in force; those that a leader declined are kept and not read. */
public interface EvidenceSeals {

    /** Asked for in the case, or in force for a file of it. */
    List<EvidenceSeal> ofCase(String caseNumber);

    /** Asked for or in force, locked until the transaction ends. */
    Optional<EvidenceSeal> lock(long contentId);

    /** @return id; empty where one is asked for already, or in force */
    Optional<Long> insert(EvidenceContent content, EvidenceFile file, String reason, Account by, Instant at);

    void confirm(long id, Account by, Instant at);

    void decline(long id, Account by, Instant at);
}
