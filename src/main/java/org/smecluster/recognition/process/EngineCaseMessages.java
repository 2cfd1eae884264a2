package org.smecluster.recognition.process;

import java.util.Map;
import org.smecluster.engine.Messages;
import org.smecluster.recognition.CaseMessages;
import org.springframework.stereotype.Component;

@Component
class EngineCaseMessages implements CaseMessages {

    private final Messages messages;

    EngineCaseMessages(Messages messages) {
        this.messages = messages;
    }

    @Override
    public boolean withdrawn(String caseNumber) {
        return messages.send(RecognitionProcess.WITHDRAWN, caseNumber, Map.of());
    }
}
