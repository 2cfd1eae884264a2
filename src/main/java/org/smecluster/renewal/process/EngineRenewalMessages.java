package org.smecluster.renewal.process;

import java.util.Map;
import org.smecluster.casework.process.ClusterMessages;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Mailbox;
import org.smecluster.engine.Messages;
import org.smecluster.engine.Messages.Receiver;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.renewal.RenewalMessages;
import org.springframework.stereotype.Component;

@Component
class EngineRenewalMessages implements RenewalMessages {

    private final Messages messages;
    private final Mailbox mailbox;

    EngineRenewalMessages(Messages messages, Mailbox mailbox) {
        this.messages = messages;
        this.mailbox = mailbox;
    }

    @Override
    public boolean withdrawn(String caseNumber) {
        return messages.send(RenewalProcess.WITHDRAWN, caseNumber, Map.of());
    }

    /** The watch over a term that lapsed, or whose model knew no rounds, has ended. */
    @Override
    public void extended(String caseNumber, ClusterRecord cluster) {
        if (messages.receiver(cluster.clusterNumber()) != Receiver.RUNNING) {
            messages.start(
                    ClusterTermSteps.STARTED,
                    ClusterTermSteps.KEY,
                    cluster.clusterNumber(),
                    Map.of(
                            "clusterNumber",
                            cluster.clusterNumber(),
                            "clusterName",
                            cluster.name(),
                            "termEnd",
                            EngineTime.isoAfter(cluster.termEndsOn())));
        } else {
            post(ClusterMessages.EXTENDED, caseNumber, cluster.clusterNumber());
        }
    }

    @Override
    public void lapsed(String cause, String clusterNumber) {
        post(ClusterMessages.NOT_EXTENDED, cause, clusterNumber);
    }

    private void post(String message, String cause, String clusterNumber) {
        mailbox.post(message + ":" + cause, message, clusterNumber, Map.of());
    }
}
