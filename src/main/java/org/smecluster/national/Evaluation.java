package org.smecluster.national;

import java.time.Instant;

/**
 * The candidates held against the criteria once.
 *
 * @param number 1 for the first in a case
 * @param reason why it was made again; null for the first
 * @param byName who had it made again; null for the first, which the system made
 * @param decisionVersion of the table of criteria; null where no cluster came to be held against it
 * @param candidates how many
 * @param exclusions how many
 */
public record Evaluation(
        int number,
        String reason,
        String byName,
        Instant at,
        Integer decisionVersion,
        int candidates,
        int exclusions) {}
