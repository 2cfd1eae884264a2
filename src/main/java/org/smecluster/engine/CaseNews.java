package org.smecluster.engine;

import java.time.Instant;
import java.util.Optional;

/** What a case's own record says of the moment at which a task was done. */
public interface CaseNews {

    /**
     * @param caseNumber the business key
     * @param at when the task ended
     * @return what happened then, in words; empty where the record has nothing
     */
    Optional<String> at(String caseNumber, Instant at);
}
