package org.smecluster.registry;

import java.util.Collection;
import java.util.Optional;

/** The stored lists. */
public interface PublicLists {

    /** Stores the list; one that its subject has already stays as it is, so that a repeated step does no harm. */
    void draft(PublicList list);

    Optional<PublicList> find(String subject);

    /** Waits for whoever settles or reopens something on the list, and keeps others waiting until the transaction ends. */
    void lock(String subject);

    /**
     * What publicity came to; {@link Concluded} is published in the same transaction.
     *
     * @param outcome pending again where an objection reopens it
     * @param ruling null where there was no objection
     */
    void conclude(String subject, String caseNumber, PublicityOutcome outcome, String ruling);

    /** From now on the outcome of these entries stands. */
    void settle(String subject, Collection<String> caseNumbers);

    /** An entry of a list has an outcome, or has it no longer. */
    record Concluded(String subject, String caseNumber, PublicityOutcome outcome) {}
}
