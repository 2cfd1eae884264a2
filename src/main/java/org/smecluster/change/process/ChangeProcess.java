package org.smecluster.change.process;

import org.smecluster.engine.Variable;

/** Names of the model {@code changeFiling}. */
public final class ChangeProcess {

    public static final String KEY = "changeFiling";

    /** Inputs of {@code changeSignificance}. */
    static final Variable<String> CHANGE_KIND = Variable.ofString("changeKind");

    static final Variable<Boolean> AFFECTS_CONDITIONS = Variable.ofBoolean("affectsConditions");

    static final Variable<String> SIGNIFICANCE = Variable.ofString("significance");
    static final Variable<String> SIGNIFICANCE_REASON = Variable.ofString("significanceReason");
    /** ISO date-time with offset, the last moment of the period; a week ahead where the change has none. */
    static final Variable<String> FILING_DUE_AT = Variable.ofString("filingDueAt");

    static final Variable<String> FILING_STEP = Variable.ofString("filingStep");
    static final Variable<Boolean> FILING_FORWARDED = Variable.ofBoolean("filingForwarded");
    static final Variable<Boolean> CHANGE_ACCEPTED = Variable.ofBoolean("changeAccepted");
    static final Variable<Boolean> CHANGE_DISMISSED = Variable.ofBoolean("changeDismissed");
    static final Variable<Boolean> FILED_LATE = Variable.ofBoolean("filedLate");
    static final Variable<String> REASON = Variable.ofString("reason");
    /** ISO date-time with offset: when one that has not been submitted is reported. */
    static final Variable<String> UNFILED_REPORT_AT = Variable.ofString("unfiledReportAt");

    static final String RECOGNITION_ENDED = "change.recognitionEnded";

    static final String CONFIRM_TASK = "task_confirmFiling";
    static final String OVERDUE_TIMER = "event_filingOverdue";

    private ChangeProcess() {}
}
