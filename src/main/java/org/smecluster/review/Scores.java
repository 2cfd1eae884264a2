package org.smecluster.review;

import java.util.Map;
import java.util.Optional;
import org.smecluster.security.Account;

/** The stored criteria and scores. They change through {@link ReviewCriteria} and {@link ReviewService} only. */
public interface Scores {

    /** Empty where nobody has set any and no expert was assigned. */
    Optional<Criteria> criteria(String subject);

    /** Waits for whoever changes those of the subject, set or not. */
    void lock(String subject);

    /** In the place of what was there. */
    void set(Criteria criteria, Account by);

    /** Frozen once, they stay as they were. */
    void freeze(String subject);

    /** Criterion to score, as far as given. */
    Map<Integer, Integer> of(String caseNumber, String expertId);

    /** In the place of what was there. */
    void score(String caseNumber, String expertId, Map<Integer, Integer> scores);
}
