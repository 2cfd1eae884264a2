package org.smecluster.clause;

import java.time.Instant;
import org.smecluster.law.Outcome;

/**
 * What a judge says of a clause of a version.
 *
 * @param expert user id; empty of an authority
 * @param judgement MET, NOT_MET or NEEDS_EXPLANATION
 * @param reason null as long as none is given
 * @param revision how often it was saved
 */
public record ClauseJudgement(
        long submissionId,
        String code,
        Judge judge,
        String expert,
        Outcome judgement,
        String reason,
        int revision,
        String judgedBy,
        String judgedByName,
        Instant judgedAt) {

    public Seat seat() {
        return new Seat(judge, expert);
    }

    /** Whether what the judgement says has no reason yet that it needs. */
    boolean bare() {
        return judgement != Outcome.MET && reason == null;
    }

    /** E.g. 市级判断为“不符合”. */
    String said() {
        return judge.label() + (judge == Judge.EXPERT ? judgedByName : "") + "判断为“" + judgement.label() + "”";
    }
}
