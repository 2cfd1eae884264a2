package org.smecluster.publicnotice.process;

import org.smecluster.engine.Variable;

/** Names of the model {@code publicNotice}. */
public final class PublicNoticeProcess {

    public static final String KEY = "publicNotice";

    /** To the running procedure. */
    static final String OBJECTION_RECEIVED = "publicNotice.objectionReceived";

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

    /** Local to the handling of one objection, as the next. */
    static final Variable<Long> OBJECTION_ID = Variable.ofLong("objectionId");

    static final Variable<String> CLUSTER_NAME = Variable.ofString("clusterName");

    static final String PERIOD_TIMER = "event_publicityEnded";

    private PublicNoticeProcess() {}
}
