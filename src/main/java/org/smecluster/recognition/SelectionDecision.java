package org.smecluster.recognition;

import java.time.Instant;

/**
 * A leader's decision on one application; a draft until the selection is completed.
 *
 * @param reason why it was not selected; null is allowed where it was
 * @param reReview number of the assessment for the re-review that it was made on
 */
public record SelectionDecision(
        String caseNumber, boolean selected, String reason, String decidedBy, Instant decidedAt, int reReview) {}
