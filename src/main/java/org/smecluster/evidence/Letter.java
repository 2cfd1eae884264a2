package org.smecluster.evidence;

import java.time.Instant;

/**
 * A file that came with no case of its sender's, e.g. with an objection.
 *
 * @param name as the sender called it; withheld of a sealed one
 * @param size in bytes
 * @param scanNote why it is not scanned, or what was found; null where it is clean
 * @param sealed whether its content is sealed from all eyes
 */
public record Letter(
        long id,
        String name,
        FileType type,
        long size,
        String sha256,
        ScanState scan,
        String scanNote,
        Instant receivedAt,
        boolean sealed) {

    /** Whether it is given out. */
    public boolean open() {
        return scan != ScanState.INFECTED && !sealed;
    }
}
