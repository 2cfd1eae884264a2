package org.smecluster.review;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smecluster.security.Account;

/** The stored plans, experts' opinions and inspections of cases. They change through {@link ReviewService} only. */
public interface Checks {

    /** In the place of what was there. */
    void plan(String caseNumber, ReviewPlan plan, Account by);

    /** Empty before the checks were planned. */
    Optional<ReviewPlan> plan(String caseNumber);

    /** @param criteria subject of those that they score by */
    void assign(String caseNumber, Collection<Expert> experts, String criteria);

    /** @param score weighted, null where none was asked for */
    void giveAsExpert(String caseNumber, String expertId, Conclusion recommendation, BigDecimal score, String opinion);

    void decline(String caseNumber, String expertId, String reason);

    /** What follows from an expert's declining was decided. */
    void settle(String caseNumber, String expertId);

    /** All who were asked, by name; whoever shows them goes by {@link ReadableChecks}. */
    List<ExpertOpinion> experts(String caseNumber);

    void inspected(String caseNumber, SiteInspection inspection, Account by);

    Optional<SiteInspection> inspection(String caseNumber);

    /** Numbers of the cases in which the person was asked as an expert and has not declined. */
    List<String> assignedTo(String expertId);
}
