package org.smecluster.review;

import java.time.Instant;

/**
 * What an expert said, or that one is asked.
 *
 * @param recommendation null until given, as the opinion and the time
 * @param score 0 to 100, null where none was given
 */
public record ExpertOpinion(
        String expertId, String expertName, Conclusion recommendation, Integer score, String opinion, Instant givenAt) {

    public boolean given() {
        return givenAt != null;
    }
}
