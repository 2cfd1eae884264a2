package org.smecluster.recognition;

import java.util.Optional;
import org.smecluster.assessment.Assessment;
import org.smecluster.filing.Misses;
import org.smecluster.review.Conclusion;
import org.springframework.stereotype.Component;

/** What the city's review has to answer: what the assessment, the cluster's extent and the verification on site leave open. */
@Component
class ReviewQuestions {

    private final ClusterExtents extents;
    private final OnSiteVerification verification;

    ReviewQuestions(ClusterExtents extents, OnSiteVerification verification) {
        this.extents = extents;
        this.verification = verification;
    }

    /** @param judgement null where none was given */
    void requireJudgement(Application application, Assessment found, Conclusion conclusion, String judgement) {
        if (conclusion == Conclusion.MEETS) {
            verification.requireJudgement(application, judgement);
        }
        Misses.requireJudgement(found, extents.doubt(application.id()), judgement);
    }

    /** Why the application cannot be recommended yet; empty where nothing stands against it. */
    Optional<String> unfinished(Application application) {
        return verification.unfinished(application);
    }
}
