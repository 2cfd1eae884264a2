package org.smecluster.revocation.process;

import org.smecluster.engine.Variable;

/** Names of the model {@code revocation}. */
public final class RevocationProcess {

    public static final String KEY = "revocation";

    static final String SUSPECTED = "revocation.suspected";
    static final String CAUSE_ADDED = "revocation.causeAdded";

    static final Variable<Integer> ROUND = Variable.ofInteger("round");
    static final Variable<String> CAUSE = Variable.ofString("cause");

    /** Inputs of {@code revocationGrounds}. */
    static final Variable<String> OVERALL = Variable.ofString("overall");

    static final Variable<Boolean> FALSE_APPLICATION_FOUND = Variable.ofBoolean("falseApplicationFound");
    static final Variable<Boolean> REPORT_OVERDUE = Variable.ofBoolean("reportOverdue");
    static final Variable<Boolean> SUPERVISION_REFUSED = Variable.ofBoolean("supervisionRefused");
    static final Variable<Boolean> CHANGE_UNFILED = Variable.ofBoolean("changeUnfiled");
    static final Variable<Boolean> VETOED = Variable.ofBoolean("vetoed");

    static final Variable<Boolean> GROUND_FOUND = Variable.ofBoolean("groundFound");
    /** The grounds as cited, e.g. 第十七条(三)、第十七条(五). */
    static final Variable<String> GROUNDS = Variable.ofString("grounds");

    static final Variable<Integer> HEARING_WORKING_DAYS = Variable.ofInteger("hearingWorkingDays");
    /** ISO date-times with offset: the moments at which the periods are over. */
    static final Variable<String> HEARING_ENDS_AT = Variable.ofString("hearingEndsAt");

    static final Variable<String> CORRECTION_ENDS_AT = Variable.ofString("correctionEndsAt");

    /** ISO date: the day on which the 事先告知书 was served. */
    static final Variable<String> NOTICE_SERVED_ON = Variable.ofString("noticeServedOn");

    static final Variable<Boolean> LEGALITY_PASSED = Variable.ofBoolean("legalityPassed");
    /** Whether the legal reviewer ordered a 听证. */
    static final Variable<Boolean> ORAL_HEARING_ORDERED = Variable.ofBoolean("oralHearingOrdered");

    static final Variable<String> DECISION = Variable.ofString("revocationDecision");
    static final Variable<String> REASON = Variable.ofString("reason");

    static final String HEARING_TIMER = "event_hearingEnded";

    /** Not in the models before version 1.2. */
    static final String HOLD_HEARING = "task_holdHearing";

    private RevocationProcess() {}
}
