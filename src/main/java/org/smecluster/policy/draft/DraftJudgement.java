package org.smecluster.policy.draft;

import java.time.Instant;
import java.util.List;
import org.smecluster.policy.ModelFinding;

/**
 * What was found in a draft at one moment.
 *
 * @param grounds the live versions that it was judged against
 */
public record DraftJudgement(long id, Instant judgedAt, List<ModelFinding> findings, List<LiveKey> grounds) {

    public boolean refuses() {
        return findings.stream().anyMatch(ModelFinding::refuses);
    }

    /** Whether it cannot be approved before something is put right in the same draft. */
    public boolean holds() {
        return findings.stream().anyMatch(ModelFinding::holds);
    }
}
