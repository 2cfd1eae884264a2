package org.smecluster.policy.draft;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks whether an approved day has begun; not where jobs are run by hand, as in tests. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class DraftRound {

    private final GoingLive going;

    DraftRound(GoingLive going) {
        this.going = going;
    }

    @Scheduled(fixedDelayString = "${smecluster.drafts.every:PT2S}", initialDelayString = "PT10S")
    void whatIsDue() {
        going.whatIsDue();
    }
}
