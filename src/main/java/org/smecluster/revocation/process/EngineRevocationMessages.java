package org.smecluster.revocation.process;

import java.util.Map;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.engine.Mailbox;
import org.smecluster.engine.Messages;
import org.smecluster.registry.RevocationCause;
import org.smecluster.revocation.RevocationMessages;
import org.springframework.stereotype.Component;

@Component
class EngineRevocationMessages implements RevocationMessages {

    private final Messages messages;
    private final Mailbox mailbox;

    EngineRevocationMessages(Messages messages, Mailbox mailbox) {
        this.messages = messages;
        this.mailbox = mailbox;
    }

    @Override
    public void suspected(CaseRecord record) {
        messages.start(
                RevocationProcess.SUSPECTED, RevocationProcess.KEY, record.caseNumber(), CaseVariables.of(record));
    }

    @Override
    public void causeAdded(String caseNumber, RevocationCause cause) {
        mailbox.post(
                "revocation.causeAdded:" + cause.cause(),
                RevocationProcess.CAUSE_ADDED,
                caseNumber,
                Map.of(RevocationProcess.CAUSE.name(), cause.cause()));
    }
}
