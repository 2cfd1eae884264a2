package org.smecluster.engine;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Goes round with the letters that wait for a case to listen; not where jobs are run by hand, as in tests. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class MailRound {

    private final Mailbox mailbox;

    MailRound(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Scheduled(fixedDelayString = "${smecluster.mailbox.every:PT15S}", initialDelayString = "PT15S")
    void deliver() {
        mailbox.deliverWaiting();
    }
}
