package org.smecluster.testsheet;

import java.time.Instant;

/**
 * A sheet as it was in force.
 *
 * @param content       as {@link ExampleSheet} writes it
 * @param shipped       whether it came with the program; the next one that comes takes its place
 * @param draftId       with which it went into force; null of what came with the program
 * @param reason        null of what came with the program
 * @param changedBy     user id; null of what came with the program
 */
public record SheetVersion(
        String decision,
        int version,
        String content,
        boolean shipped,
        Long draftId,
        String reason,
        String changedBy,
        String changedByName,
        Instant enteredAt) {}
