package org.smecluster.recognition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What authorities said of an application. */
public interface Opinions {

    /** @throws org.smecluster.law.Refusal where the version has an opinion of that stage already */
    void give(long applicationId, Opinion opinion);

    /** In the order in which they were given. */
    List<Opinion> ofApplication(long applicationId);

    /** By application, each in the order in which they were given. */
    Map<Long, List<Opinion>> ofApplications(Collection<Long> applicationIds);

    default Optional<Opinion> find(long submissionId, long applicationId, OpinionStage stage) {
        return ofApplication(applicationId).stream()
                .filter(opinion -> opinion.submissionId() == submissionId && opinion.stage() == stage)
                .findFirst();
    }
}
