package org.smecluster.publicnotice.process;

import org.smecluster.engine.Variable;

/** Names of the model {@code publicNotice}. */
public final class PublicNoticeProcess {

    public static final String KEY = "publicNotice";

    /** To the running procedure. */
    static final String OBJECTION_RECEIVED = "publicNotice.objectionReceived";

    /** To whoever called the procedure, at the end of the period, where at least one cluster is cleared. */
    public static final String PERIOD_ENDED = "publicNotice.periodEnded";

    /** Number of the case or batch whose drafted list is to be published. */
    static final Variable<String> SUBJECT = Variable.ofString("noticeSubject");

    static final Variable<Integer> PUBLICITY_DAYS = Variable.ofInteger("publicityDays");
    static final Variable<Long> NOTICE_ID = Variable.ofLong("noticeId");
    static final Variable<String> PUBLICITY_ENDS_AT = Variable.ofString("publicityEndsAt");

    /** Local to the handling of one objection, as the next. */
    static final Variable<Long> OBJECTION_ID = Variable.ofLong("objectionId");

    static final Variable<String> CLUSTER_NAME = Variable.ofString("clusterName");

    static final String PERIOD_TIMER = "event_publicityEnded";

    private PublicNoticeProcess() {}
}
