package org.smecluster.evidence;

import java.time.Instant;

/**
 * A file of evidence as it stands in a case.
 *
 * @param round of the case's versions, the one that it was handed in with
 * @param material null where it is evidence of a condition, see {@link Proves}
 * @param replaces the earlier version; null of the first
 * @param replacedBy the later version; null of the latest
 * @param name as the sender called it
 * @param size in bytes
 * @param scanNote why it is not scanned, or what was found; null where it is clean
 * @param handedInAt null as long as whoever uploaded it may take it back
 * @param sealed whether its content is sealed from all eyes; its name is withheld then
 */
public record EvidenceFile(
        long id,
        String caseNumber,
        Occasion occasion,
        int round,
        MaterialKind material,
        String condition,
        Long replaces,
        Long replacedBy,
        String name,
        FileType type,
        long size,
        String sha256,
        ScanState scan,
        String scanNote,
        String uploadedBy,
        String uploadedByName,
        Instant uploadedAt,
        Instant handedInAt,
        boolean sealed) {

    private static final String WITHHELD = "已封存的文件";

    public Proves proves() {
        return new Proves(material, condition);
    }

    public boolean handedIn() {
        return handedInAt != null;
    }

    /** Of a sealed one without the name and what the scanner said; the digest stays. */
    public EvidenceFile withheld() {
        return sealed
                ? new EvidenceFile(
                        id,
                        caseNumber,
                        occasion,
                        round,
                        material,
                        condition,
                        replaces,
                        replacedBy,
                        WITHHELD,
                        type,
                        size,
                        sha256,
                        scan,
                        null,
                        uploadedBy,
                        uploadedByName,
                        uploadedAt,
                        handedInAt,
                        true)
                : this;
    }

    public boolean current() {
        return replacedBy == null;
    }
}
