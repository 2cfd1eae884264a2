package org.smecluster.paper;

import java.time.Instant;

/**
 * A version of a kind's template; its content is read apart.
 *
 * @param reason why it was changed; null of what the program came with
 * @param uploadedBy null of what the program came with
 */
public record PaperTemplate(
        PaperKind kind,
        int version,
        String sha256,
        String fileName,
        String reason,
        String uploadedBy,
        String uploadedByName,
        Instant uploadedAt) {

    public boolean shipped() {
        return uploadedBy == null;
    }
}
