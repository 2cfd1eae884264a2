package org.smecluster.recognition.process;

import org.smecluster.engine.Variable;

/** Names of {@code clusterRecognition}: its variables are ids and routing facts, the case's data stand in tables. */
public final class RecognitionProcess {

    public static final String KEY = "clusterRecognition";

    /** From the applicant, until the public notice begins. */
    public static final String WITHDRAWN = "recognition.withdrawn";

    /** From the batch, with {@link #RECOGNISED}. */
    public static final String DECIDED = "recognition.decided";

    /** From the batch, to the cases that did not reach its comparison. */
    public static final String BATCH_CLOSED = "recognition.batchClosed";

    public static final Variable<Long> APPLICATION = Variable.ofLong("applicationId");
    public static final Variable<Long> BATCH = Variable.ofLong("batchId");
    public static final Variable<Boolean> RECOGNISED = Variable.ofBoolean("recognised");

    /** Inputs of {@code applicantEligibility}. */
    static final Variable<String> APPLICANT_TYPE = Variable.ofString("applicantType");

    static final Variable<Boolean> CROSS_COUNTY = Variable.ofBoolean("crossCounty");
    static final Variable<Boolean> LARGEST_OUTPUT_SHARE = Variable.ofBoolean("largestOutputShare");
    static final Variable<Boolean> DESIGNATED_BY_CITY = Variable.ofBoolean("designatedByCity");

    static final Variable<Boolean> ELIGIBLE = Variable.ofBoolean("eligible");
    static final Variable<String> ACCEPTANCE = Variable.ofString("acceptance");
    static final Variable<Boolean> VERIFICATION_ASKED = Variable.ofBoolean("verificationAsked");
    static final Variable<Boolean> RECOMMENDED = Variable.ofBoolean("recommended");

    /** Inputs of a closing step, as the model states them. */
    static final Variable<String> OUTCOME = Variable.ofString("outcome");

    static final Variable<String> REASON = Variable.ofString("reason");

    private RecognitionProcess() {}
}
