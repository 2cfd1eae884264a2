package org.smecluster.policy;

import java.time.Instant;
import java.util.Optional;

/** When cases began: the moment that decides which versions of the models they go by. */
public interface CaseBeginnings {

    /** When the case was opened; empty where no case has that number. */
    Optional<Instant> of(String caseNumber);
}
