package org.smecluster.registry;

import java.util.Optional;

/** The stored lists. */
public interface PublicLists {

    /** Stores the list; one that its subject has already stays as it is, so that a repeated step does no harm. */
    void draft(PublicList list);

    Optional<PublicList> find(String subject);

    /** @param ruling null where there was no objection */
    void conclude(String subject, String caseNumber, PublicityOutcome outcome, String ruling);
}
