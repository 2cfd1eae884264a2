package org.smecluster.message;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is due, all the time; not where tests do it by hand. */
@Component
@ConditionalOnProperty(name = "smecluster.messages.background", matchIfMissing = true)
class MessageWorker {

    private final Dispatch dispatch;

    MessageWorker(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT15S")
    void send() {
        dispatch.run();
    }
}
