package org.smecluster.renewal.process;

import java.util.Map;
import org.smecluster.engine.Messages;
import org.smecluster.renewal.RenewalMessages;
import org.springframework.stereotype.Component;

@Component
class EngineRenewalMessages implements RenewalMessages {

    private final Messages messages;

    EngineRenewalMessages(Messages messages) {
        this.messages = messages;
    }

    @Override
    public boolean withdrawn(String caseNumber) {
        return messages.send(RenewalProcess.WITHDRAWN, caseNumber, Map.of());
    }
}
