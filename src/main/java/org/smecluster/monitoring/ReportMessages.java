package org.smecluster.monitoring;

import java.time.Instant;
import org.smecluster.casework.CaseRecord;

/** How the monitoring reaches processes. */
public interface ReportMessages {

    /**
     * Starts the process of a report.
     *
     * @param over when the period to submit is over
     */
    void opened(CaseRecord record, Instant over);

    /** The cluster's recognition has ended: a report under way is closed. */
    void recognitionEnded(String caseNumber);

    /** The region waits no longer for the report. */
    void waitingStopped(String caseNumber);
}
