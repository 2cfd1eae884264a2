package org.smecluster.review.process;

import org.smecluster.engine.Variable;

/** Names of {@code reviewChecks}. A procedure calls it with its own business key, the case number and {@code clusterName}. */
public final class ReviewProcess {

    public static final String KEY = "reviewChecks";

    public static final Variable<String> CASE_NUMBER = Variable.ofString("caseNumber");

    static final Variable<Boolean> EXPERT_REVIEW_ORDERED = Variable.ofBoolean("expertReviewOrdered");
    static final Variable<Boolean> SITE_INSPECTION_ORDERED = Variable.ofBoolean("siteInspectionOrdered");
    /** User ids, the collection of the experts' tasks. */
    static final String EXPERT_IDS = "expertIds";

    /** One of {@link #EXPERT_IDS}, in each expert's task. */
    static final Variable<String> EXPERT = Variable.ofString("expertId");

    private ReviewProcess() {}
}
