package org.smecluster.policy.draft;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Judges what runs once after the start, beside everything else, and says nothing of it: the first judgement of a JVM takes
 * seconds more than the next, and the Modeler waits for an answer five.
 */
@Component
@ConditionalOnProperty(name = "smecluster.policy.judge-at-start", matchIfMissing = true)
class FirstJudgement {

    private static final Logger LOG = LoggerFactory.getLogger(FirstJudgement.class);

    private final DraftJudge judge;
    private final LiveModels models;

    FirstJudgement(DraftJudge judge, LiveModels models) {
        this.judge = judge;
        this.models = models;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread thread = new Thread(this::judge, "first-judgement");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void judge() {
        try {
            List<LiveFile> live = models.all();
            judge.findings(live.stream().map(LiveFile::source).toList(), live, SheetsOf.IN_FORCE);
        } catch (RuntimeException failed) {
            LOG.warn("What runs could not be judged after the start; drafts are judged all the same", failed);
        }
    }
}
