package org.smecluster.evidence;

import java.time.Instant;

/**
 * That a content is asked to be sealed, or is.
 *
 * @param fileId the file that it was asked for
 * @param confirmedAt null as long as it is asked only
 */
public record EvidenceSeal(
        long id,
        long contentId,
        long fileId,
        String caseNumber,
        String reason,
        String proposedBy,
        String proposedByName,
        Instant proposedAt,
        String confirmedByName,
        Instant confirmedAt) {}
