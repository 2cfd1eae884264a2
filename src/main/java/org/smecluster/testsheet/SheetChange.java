package org.smecluster.testsheet;

import java.time.Instant;

/**
 * A sheet that a draft changes.
 *
 * @param before  what was in force when it was changed; null where nothing was
 * @param content as {@link ExampleSheet} writes it
 */
public record SheetChange(
        long draftId,
        String decision,
        String before,
        String content,
        String reason,
        String changedBy,
        String changedByName,
        Instant changedAt) {

    /** Whether it is another than the one in force; one that was put back as it was is none. */
    boolean changes() {
        return !content.equals(before);
    }
}
