package org.smecluster.recognition.process;

import java.util.Map;
import org.smecluster.calendar.Deadline;
import org.smecluster.casework.process.ClusterMessages;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Mailbox;
import org.smecluster.engine.Messages;
import org.smecluster.engine.Messages.Receiver;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.BatchMessages;
import org.smecluster.registry.ClusterRecord;
import org.springframework.stereotype.Component;

@Component
class EngineBatchMessages implements BatchMessages {

    private final Messages messages;
    private final Mailbox mailbox;

    EngineBatchMessages(Messages messages, Mailbox mailbox) {
        this.messages = messages;
        this.mailbox = mailbox;
    }

    @Override
    public void decided(String caseNumber, boolean recognised) {
        deliver(RecognitionProcess.DECIDED, caseNumber, Map.of(RecognitionProcess.RECOGNISED.name(), recognised));
    }

    @Override
    public void batchClosed(String caseNumber) {
        deliver(RecognitionProcess.BATCH_CLOSED, caseNumber, Map.of());
    }

    @Override
    public void listEmptied(Batch batch) {
        messages.send(BatchProcess.LIST_EMPTIED, batch.batchNumber(), Map.of());
    }

    /** A case that runs and does not listen yet would wait for ever: the step fails and is tried again. */
    private void deliver(String message, String caseNumber, Map<String, Object> variables) {
        if (!messages.send(message, caseNumber, variables) && messages.receiver(caseNumber) == Receiver.RUNNING) {
            throw new IllegalStateException(caseNumber + " runs and does not await " + message);
        }
    }

    @Override
    public void termStarted(ClusterRecord cluster) {
        messages.start(
                BatchProcess.TERM_STARTED,
                BatchProcess.TERM_KEY,
                cluster.clusterNumber(),
                Map.of(
                        "clusterNumber",
                        cluster.clusterNumber(),
                        "clusterName",
                        cluster.name(),
                        "termEnd",
                        EngineTime.iso(cluster.termEndsOn()
                                .plusDays(1)
                                .atStartOfDay(Deadline.ZONE)
                                .toInstant())));
    }

    /** A pool case that awaits the year's progress hears of it afterwards; one that is over drops the letter. */
    @Override
    public void recognisedFromPool(String poolCase) {
        mailbox.post("recognised:" + poolCase, ClusterMessages.RECOGNISED_FROM_POOL, poolCase, Map.of());
    }
}
