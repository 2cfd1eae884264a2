package org.smecluster.review;

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

    void assign(String caseNumber, Collection<Expert> experts);

    /** @return false where the expert was not asked or has answered */
    boolean giveAsExpert(String caseNumber, String expertId, Conclusion recommendation, Integer score, String opinion);

    /** All who were asked, by name; whoever shows them lets no expert read another's before all have answered. */
    List<ExpertOpinion> experts(String caseNumber);

    void inspected(String caseNumber, SiteInspection inspection, Account by);

    Optional<SiteInspection> inspection(String caseNumber);

    /** Numbers of the cases in which the person was asked as an expert. */
    List<String> assignedTo(String expertId);
}
