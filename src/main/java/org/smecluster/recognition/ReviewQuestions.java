package org.smecluster.recognition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.smecluster.assessment.Assessment;
import org.smecluster.clause.ClauseReview;
import org.smecluster.clause.Judge;
import org.smecluster.filing.MaterialReview;
import org.smecluster.filing.Misses;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.review.Conclusion;
import org.springframework.stereotype.Component;

/** What the city's review has to answer: what the assessment, the cluster's extent, the verification on site and other cities leave open. */
@Component
class ReviewQuestions {

    private final ClusterExtents extents;
    private final OnSiteVerification verification;
    private final MaterialReview materials;
    private final OtherCities otherCities;
    private final ClauseReview clauses;

    ReviewQuestions(
            ClusterExtents extents,
            OnSiteVerification verification,
            MaterialReview materials,
            OtherCities otherCities,
            ClauseReview clauses) {
        this.extents = extents;
        this.verification = verification;
        this.materials = materials;
        this.otherCities = otherCities;
        this.clauses = clauses;
    }

    /** Of 第十三条: what the city returned, and reasons that it has not accepted, stand against a positive conclusion. */
    void requireMaterials(SubmissionVersion version, Conclusion conclusion) {
        materials.requireAccepted(version, conclusion.label());
    }

    /** Of 第十一条: the city has judged each clause. */
    void requireClausesJudged(SubmissionVersion version) {
        clauses.requireJudged(version, Judge.CITY);
    }

    /** What the city has not found met is answered in its recommendation. */
    void requireClausesAnswered(SubmissionVersion version) {
        clauses.requireJudged(version, Judge.CITY);
        clauses.requireAnswered(version, Judge.CITY);
    }

    /** @param judgement null where none was given */
    void requireJudgement(Application application, Assessment found, Conclusion conclusion, String judgement) {
        if (conclusion == Conclusion.MEETS) {
            verification.requireJudgement(application, judgement);
        }
        Misses.requireJudgement(found, extents.doubt(application.id()), judgement);
    }

    /** Once it is accepted: asks who has to be heard. */
    void accepted(Application application) {
        otherCities.ask(application);
    }

    /** Why the application cannot be recommended yet. */
    List<String> unfinished(Application application) {
        return Stream.of(verification.unfinished(application), otherCities.unfinished(application))
                .flatMap(Optional::stream)
                .toList();
    }
}
