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

    /** What became of it, in each expert's part: {@code NONE}, {@code GIVEN}, {@code DECLINED}, {@code REPLACED}. */
    static final Variable<String> EXPERT_ANSWER = Variable.ofString("expertAnswer");

    /** Not in the models before version 1.1. */
    static final String REPLACE_EXPERT = "task_replaceExpert";

    private ReviewProcess() {}
}
