package org.smecluster.clause;

import java.time.Instant;

/** What an authority answers to a clause judged not met: the city in its recommendation, the region in its conclusion. */
public record ClauseAnswer(
        long submissionId, String code, Judge judge, String answer, String answeredByName, Instant answeredAt) {}
