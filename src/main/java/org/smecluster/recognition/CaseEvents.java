package org.smecluster.recognition;

import java.time.Instant;
import java.util.List;
import org.smecluster.security.Account;

/** What happened in a case, in words; added to, never changed. */
public interface CaseEvents {

    /**
     * @param key what kind of event, e.g. {@code submitted}
     * @param by null where the system did it
     */
    void add(String caseNumber, String key, String text, Account by);

    /** In the order in which they happened. */
    List<CaseEvent> of(String caseNumber);

    /** @param userName 系统 where the system did it */
    record CaseEvent(String key, String text, String userName, Instant at) {}
}
