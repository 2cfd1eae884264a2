package org.smecluster.absence;

import java.time.Instant;

/**
 * What became of one task when its holder left.
 *
 * @param to user id of the colleague; null where it went back to the unit
 * @param result in words, for the administrator
 */
public record HandedTask(
        String taskId,
        String taskName,
        String caseNumber,
        String from,
        String to,
        String result,
        String by,
        Instant at) {}
