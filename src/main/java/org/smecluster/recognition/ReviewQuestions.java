package org.smecluster.recognition;

import java.util.Optional;
import org.smecluster.assessment.Assessment;
import org.smecluster.filing.MaterialReview;
import org.smecluster.filing.Misses;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.review.Conclusion;
import org.springframework.stereotype.Component;

/** What the city's review has to answer: what the assessment, the cluster's extent and the verification on site leave open. */
@Component
class ReviewQuestions {

    private final ClusterExtents extents;
    private final OnSiteVerification verification;
    private final MaterialReview materials;

    ReviewQuestions(ClusterExtents extents, OnSiteVerification verification, MaterialReview materials) {
        this.extents = extents;
        this.verification = verification;
        this.materials = materials;
    }

    /** Of 第十三条: what the city returned, and reasons that it has not accepted, stand against a positive conclusion. */
    void requireMaterials(SubmissionVersion version, Conclusion conclusion) {
        materials.requireAccepted(version, conclusion.label());
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
