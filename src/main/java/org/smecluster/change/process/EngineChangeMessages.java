package org.smecluster.change.process;

import java.util.Map;
import org.smecluster.change.ChangeMessages;
import org.smecluster.engine.Mailbox;
import org.springframework.stereotype.Component;

@Component
class EngineChangeMessages implements ChangeMessages {

    private final Mailbox mailbox;

    EngineChangeMessages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void recognitionEnded(String caseNumber) {
        mailbox.post(
                ChangeProcess.RECOGNITION_ENDED + ":" + caseNumber,
                ChangeProcess.RECOGNITION_ENDED,
                caseNumber,
                Map.of());
    }
}
