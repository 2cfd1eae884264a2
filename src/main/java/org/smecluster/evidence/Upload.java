package org.smecluster.evidence;

import java.time.Instant;

/**
 * A file on its way.
 *
 * @param received bytes that are there, from the beginning on
 * @param fileId of what came of it; null before
 * @param refused why nothing came of it, in Chinese; else null
 */
public record Upload(
        long id,
        String caseNumber,
        Occasion occasion,
        int round,
        MaterialKind material,
        String condition,
        Long replaces,
        String name,
        long size,
        long received,
        long confirmationId,
        String uploadedBy,
        String uploadedByName,
        Instant begunAt,
        Instant expiresAt,
        Long fileId,
        String refused) {

    Proves proves() {
        return new Proves(material, condition);
    }

    public boolean over() {
        return fileId != null || refused != null;
    }
}
