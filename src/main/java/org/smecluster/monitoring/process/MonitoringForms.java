package org.smecluster.monitoring.process;

import java.time.LocalDate;
import org.smecluster.casework.Forwarding;
import org.smecluster.engine.FormRecord;
import org.smecluster.engine.FormRecords;
import org.smecluster.engine.Required;
import org.springframework.stereotype.Component;

/** What the forms of {@code annualMonitoring} and {@code annualReport} hand over, in the order of the models. */
@Component
final class MonitoringForms implements FormRecords {

    enum FollowUp {
        WAIT,
        STOP
    }

    enum Review {
        ACCEPT,
        RETURN
    }

    /** Empty where the timer starts the year. */
    @FormRecord("startMonitoring")
    record StartMonitoring(Integer year, String note) {}

    @FormRecord("reportCultivationWork")
    record ReportCultivationWork(
            @Required String work,
            String problems,
            @Required String plans,
            String documentNumber) {}

    @FormRecord("followUpMissing")
    record FollowUpMissing(
            @Required FollowUp followUp,
            @Required(whenShown = true) LocalDate waitUntil,
            @Required String note) {}

    @FormRecord("concludeYear")
    record ConcludeYear(@Required String summary) {}

    @FormRecord("checkReport")
    record CheckReport(
            @Required Forwarding checking,
            @Required String opinion,
            boolean refused,
            @Required(whenShown = true) String refusalEvidence) {}

    @FormRecord("reviewReport")
    record ReviewReport(
            @Required Review review,
            @Required String opinion,
            @Required(whenShown = true) Boolean standardsReport,
            @Required(whenShown = true) String standardsReason,
            boolean falseFound,
            @Required(whenShown = true) String falseEvidence) {}
}
