package org.smecluster.review;

import java.util.Optional;
import org.smecluster.law.Refusal;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.Account;

/** A procedure whose cases are checked by experts and on site: one bean for each kind of case. */
public interface ReviewProcedure {

    CaseKind kind();

    Optional<ReviewedCase> find(String caseNumber);

    /**
     * The case, locked until the transaction ends.
     *
     * @throws Refusal where there is none
     */
    ReviewedCase lock(String caseNumber);

    /**
     * Writes down in the case what happened.
     *
     * @param key {@code planned}, {@code expert-<user id>} or {@code inspected}: the region's deliberation
     */
    void record(String caseNumber, String key, String text, Account by);
}
