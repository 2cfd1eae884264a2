package org.smecluster.recognition;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smecluster.security.Account;

/** What authorities, experts and inspectors said of an application. */
public interface Opinions {

    /** @throws org.smecluster.law.Refusal where the version has an opinion of that stage already */
    void give(long applicationId, Opinion opinion);

    /** In the order in which they were given. */
    List<Opinion> ofApplication(long applicationId);

    default Optional<Opinion> find(long submissionId, long applicationId, OpinionStage stage) {
        return ofApplication(applicationId).stream()
                .filter(opinion -> opinion.submissionId() == submissionId && opinion.stage() == stage)
                .findFirst();
    }

    void assign(long applicationId, Collection<Expert> experts);

    /** @return false where the expert was not asked or has answered */
    boolean giveAsExpert(long applicationId, String expertId, Conclusion recommendation, Integer score, String opinion);

    /** All who were asked, by name; whoever shows them holds to {@link CaseFiles}. */
    List<ExpertOpinion> experts(long applicationId);

    void inspected(long applicationId, SiteInspection inspection, Account by);

    Optional<SiteInspection> inspection(long applicationId);

    /** Applications in which the person was asked as an expert. */
    List<Long> assignedTo(String expertId);
}
