package org.smecluster.migration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with what was drawn up or confirmed; not where jobs are run by hand, as in tests. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class MigrationRound {

    private final CaseMoves moves;

    MigrationRound(CaseMoves moves) {
        this.moves = moves;
    }

    @Scheduled(fixedDelayString = "${smecluster.migrations.every:PT2S}", initialDelayString = "PT12S")
    void goOn() {
        moves.round();
    }
}
