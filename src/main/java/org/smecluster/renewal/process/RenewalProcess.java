package org.smecluster.renewal.process;

import org.smecluster.engine.Variable;

/** Names of the model {@code renewalReview}. */
public final class RenewalProcess {

    public static final String KEY = "renewalReview";

    /** From the cluster's unit, until the public notice begins. */
    static final String WITHDRAWN = "renewal.withdrawn";

    static final Variable<String> CITY_OPINION = Variable.ofString("cityOpinion");
    static final Variable<String> RENEWAL_DECISION = Variable.ofString("renewalDecision");
    static final Variable<Integer> PUBLICITY_DAYS = Variable.ofInteger("publicityDays");

    /** Input parameter of the step, as the model states it; without it the last word in the case is the reason. */
    static final Variable<String> END_REASON = Variable.ofString("endReason");

    /** What the closing step tells. */
    static final Variable<String> REASON = Variable.ofString("reason");

    private RenewalProcess() {}
}
