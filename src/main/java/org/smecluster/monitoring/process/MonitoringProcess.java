package org.smecluster.monitoring.process;

import org.smecluster.engine.Variable;

/** Names of the models {@code annualMonitoring} and {@code annualReport}. */
public final class MonitoringProcess {

    public static final String MONITORING = "annualMonitoring";
    public static final String REPORT = "annualReport";

    /** Starts a report. */
    static final String OPENED = "annualReport.opened";

    /** To a report, by its case number: the cluster's recognition has ended. */
    static final String RECOGNITION_ENDED = "annualReport.recognitionEnded";

    /** To a report, by its case number: the region waits no longer. */
    static final String WAITING_STOPPED = "annualReport.waitingStopped";

    static final Variable<Boolean> YEAR_OPENED = Variable.ofBoolean("yearOpened");
    /** ISO date-time with offset: 24:00 of the last day. */
    static final Variable<String> REPORTS_OVER_AT = Variable.ofString("reportsOverAt");

    /** Input parameter of the step that opens the reports: month and day, e.g. {@code 03-20}. */
    static final Variable<String> UNIT_DAY = Variable.ofString("unitDay");
    /** ISO date-time with offset: 24:00 of the clusters' own day. */
    static final Variable<String> UNIT_DAY_OVER_AT = Variable.ofString("unitDayOverAt");

    /** Groups of the cities that report; and of the one whose task it is. */
    static final String CITY_GROUPS = "cityGroups";

    static final Variable<Boolean> REPORTS_MISSING = Variable.ofBoolean("reportsMissing");
    static final Variable<Boolean> WAIT_LONGER = Variable.ofBoolean("waitLonger");
    /** ISO date-time with offset: 24:00 of the day. */
    static final Variable<String> WAIT_UNTIL = Variable.ofString("waitUntil");

    static final Variable<Boolean> REPORT_FORWARDED = Variable.ofBoolean("reportForwarded");
    static final Variable<Boolean> REPORT_ACCEPTED = Variable.ofBoolean("reportAccepted");

    private MonitoringProcess() {}
}
