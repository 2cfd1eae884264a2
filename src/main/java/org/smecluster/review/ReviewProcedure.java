package org.smecluster.review;

import java.util.Optional;
import org.smecluster.law.Refusal;
import org.smecluster.registry.CaseKind;

/** A procedure whose cases are checked by experts and on site: one bean for each kind of case. */
public interface ReviewProcedure {

    CaseKind kind();

    Optional<ReviewedCase> find(String caseNumber);

    /** By what experts score such a case: the number of its batch, or its own where it belongs to none. */
    default String criteria(String caseNumber) {
        return caseNumber;
    }

    /**
     * The case, locked until the transaction ends.
     *
     * @throws Refusal where there is none
     */
    ReviewedCase lock(String caseNumber);

    /** What the procedure asks of each expert beside an opinion is there. @throws Refusal naming each gap */
    default void requireJudged(String caseNumber, String expertId) {}
}
