package org.smecluster.publicnotice.process;

import org.smecluster.engine.Variable;

/** Names of the model {@code publicNotice}. */
public final class PublicNoticeProcess {

    public static final String KEY = "publicNotice";

    /** To the running procedure. */
    static final String OBJECTION_RECEIVED = "publicNotice.objectionReceived";

    /** To the running procedure, where it waits for it at the end of the period. */
    static final String ADMISSIONS_DECIDED = "publicNotice.admissionsDecided";

    /** Begins the procedure anew where it has ended and the list is not published. */
    static final String OUTCOME_REOPENED = "publicNotice.outcomeReopened";

    /** To whoever called the procedure, at the end of the period, where at least one cluster is cleared. */
    public static final String PERIOD_ENDED = "publicNotice.periodEnded";

    /** Number of the case or batch whose drafted list is to be published. */
    static final Variable<String> SUBJECT = Variable.ofString("noticeSubject");

    static final Variable<Integer> PUBLICITY_DAYS = Variable.ofInteger("publicityDays");

    /** Input parameters of the step, as {@code 08:30}. */
    static final Variable<String> PUBLICATION_TIME = Variable.ofString("publicationTime");

    static final Variable<String> COUNTS_BEFORE = Variable.ofString("countsBefore");

    static final Variable<String> PUBLISHES_AT = Variable.ofString("noticePublishesAt");

    /** {@link #COUNTS_BEFORE} as it was when the notice was scheduled; absent where it was scheduled by no step. */
    static final Variable<String> DAY_COUNTS_BEFORE = Variable.ofString("dayCountsBefore");

    static final Variable<Long> NOTICE_ID = Variable.ofLong("noticeId");
    static final Variable<String> PUBLICITY_ENDS_AT = Variable.ofString("publicityEndsAt");

    /** Whether objections that came online are still to be entered when the period ends. */
    static final Variable<Boolean> ADMISSIONS_PENDING = Variable.ofBoolean("admissionsPending");

    /** Local to the handling of one objection, as the next. */
    static final Variable<Long> OBJECTION_ID = Variable.ofLong("objectionId");

    static final Variable<String> CLUSTER_NAME = Variable.ofString("clusterName");

    static final String PERIOD_TIMER = "event_publicityEnded";

    private PublicNoticeProcess() {}
}
