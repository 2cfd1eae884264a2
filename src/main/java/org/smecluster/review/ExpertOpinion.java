package org.smecluster.review;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What an expert said, or that one is asked, or that one has declined.
 *
 * @param recommendation null until given, as the opinion and the time
 * @param score weighted, 0 to 100, 2 decimals; null until given, and where none was asked for
 * @param criteria subject of those that the expert scores by; null where asked before there were any
 * @param declinedAt null but where the expert declined, as the reason
 * @param settledAt of one who declined: when another was asked, or it was decided to do without; null before
 */
public record ExpertOpinion(
        String expertId,
        String expertName,
        Conclusion recommendation,
        BigDecimal score,
        String opinion,
        Instant givenAt,
        String criteria,
        Instant declinedAt,
        String declineReason,
        Instant settledAt) {

    public boolean given() {
        return givenAt != null;
    }

    public boolean declined() {
        return declinedAt != null;
    }

    /** Whether nothing is to be waited for. */
    boolean settled() {
        return given() || settledAt != null;
    }

    /** That one is asked, has answered or declined, and nothing of what was said. */
    ExpertOpinion withoutContents() {
        return new ExpertOpinion(
                expertId, expertName, null, null, null, givenAt, criteria, declinedAt, declineReason, settledAt);
    }
}
