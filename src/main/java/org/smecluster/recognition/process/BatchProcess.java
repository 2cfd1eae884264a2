package org.smecluster.recognition.process;

import org.smecluster.engine.Variable;

/** Names of {@code recognitionBatch}. */
public final class BatchProcess {

    public static final String KEY = "recognitionBatch";

    /** Starts the watch over a cluster's term. */
    static final String TERM_STARTED = "clusterTerm.started";

    /** To the step that is about to publish a list. */
    static final String LIST_EMPTIED = "recognition.listEmptied";

    static final String TERM_KEY = "clusterTerm";

    static final Variable<Integer> PUBLICITY_DAYS = Variable.ofInteger("publicityDays");

    /** ISO date-times with offset, of the timers. */
    static final Variable<String> WINDOW_REMINDER_AT = Variable.ofString("windowReminderAt");

    static final Variable<String> WINDOW_CLOSES_AT = Variable.ofString("windowClosesAt");
    static final Variable<String> RECOMMENDATION_REMINDER_AT = Variable.ofString("recommendationReminderAt");
    static final Variable<String> RECOMMENDATION_CLOSES_AT = Variable.ofString("recommendationClosesAt");

    static final String WINDOW_REMINDER_TIMER = "event_windowReminderDue";
    static final String RECOMMENDATION_REMINDER_TIMER = "event_recommendationReminderDue";

    /** From the public notice: the moment at which its period was over. */
    static final Variable<String> PUBLICITY_ENDS_AT = Variable.ofString("publicityEndsAt");

    /** Input parameters of the step, in working days. */
    static final Variable<Integer> WINDOW_REMINDER_DAYS = Variable.ofInteger("windowReminderWorkingDays");

    static final Variable<Integer> RECOMMENDATION_REMINDER_DAYS =
            Variable.ofInteger("recommendationReminderWorkingDays");

    static final Variable<Boolean> ANY_SELECTED = Variable.ofBoolean("anySelected");
    static final Variable<Boolean> ANY_TO_PUBLISH = Variable.ofBoolean("anyToPublish");
    static final Variable<Boolean> CLEARED_BY_RULING = Variable.ofBoolean("clearedByRuling");

    /** Of a task: the list it is about to publish. */
    static final String PUBLICATION_ID = "publicationId";

    private BatchProcess() {}
}
