package org.smecluster.evidence;

/**
 * A content that is kept, once for all files that have it.
 *
 * @param blob its number in the store
 */
public record EvidenceContent(long id, String sha256, long size, EvidenceStore.Kind store, long blob, ScanState scan) {}
