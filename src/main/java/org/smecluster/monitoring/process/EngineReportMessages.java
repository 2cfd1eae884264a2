package org.smecluster.monitoring.process;

import java.time.Instant;
import java.util.Map;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Mailbox;
import org.smecluster.engine.Messages;
import org.smecluster.filing.process.FilingProcess;
import org.smecluster.monitoring.ReportMessages;
import org.springframework.stereotype.Component;

@Component
class EngineReportMessages implements ReportMessages {

    private final Messages messages;
    private final Mailbox mailbox;

    EngineReportMessages(Messages messages, Mailbox mailbox) {
        this.messages = messages;
        this.mailbox = mailbox;
    }

    @Override
    public void opened(CaseRecord record, Instant over) {
        Map<String, Object> variables = CaseVariables.of(record);
        variables.put(FilingProcess.SUBMISSION_DEADLINE.name(), EngineTime.iso(over));
        messages.start(MonitoringProcess.OPENED, MonitoringProcess.REPORT, record.caseNumber(), variables);
    }

    @Override
    public void recognitionEnded(String caseNumber) {
        post(MonitoringProcess.RECOGNITION_ENDED, caseNumber);
    }

    @Override
    public void waitingStopped(String caseNumber) {
        post(MonitoringProcess.WAITING_STOPPED, caseNumber);
    }

    private void post(String message, String caseNumber) {
        mailbox.post(message + ":" + caseNumber, message, caseNumber, Map.of());
    }
}
