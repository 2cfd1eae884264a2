package org.smecluster.filing.process;

import org.smecluster.engine.Variable;

/**
 * Names of {@code dataFiling}. A procedure calls it with its own business key and the variables below, {@code clusterName}
 * and {@code cityGroup}, and puts a timer for the end of the period on the call.
 */
public final class FilingProcess {

    public static final String KEY = "dataFiling";

    public static final Variable<String> CASE_NUMBER = Variable.ofString("caseNumber");
    public static final Variable<String> APPLICANT_GROUP = Variable.ofString("applicantGroup");

    /** ISO date-time with offset: the moment at which the period to submit is over. */
    public static final Variable<String> SUBMISSION_DEADLINE = Variable.ofString("submissionDeadline");

    /** Id of the caller's timer, whose registered deadline ends with the submission. */
    public static final String SUBMISSION_TIMER = "event_submissionPeriodExpired";

    /** Of the version in hand: 1 for the first, one more for each correction. */
    public static final Variable<Integer> ROUND = Variable.ofInteger("round");

    /** In what is returned for correction: how long it may take. */
    public static final Variable<Integer> CORRECTION_WORKING_DAYS = Variable.ofInteger("correctionWorkingDays");

    static final Variable<String> NEXT_STEP = Variable.ofString("nextStep");

    private FilingProcess() {}
}
