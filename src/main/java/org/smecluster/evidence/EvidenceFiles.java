package org.smecluster.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smecluster.registry.LifeReader;

/** The stored files of evidence and their contents. They change through {@link EvidenceService} only. */
public interface EvidenceFiles {

    /** In the order in which they came; of those that are sealed the name is withheld, here and everywhere. */
    List<EvidenceFile> ofCase(String caseNumber);

    Optional<EvidenceFile> find(long id);

    long insert(Upload upload, FileType type, long contentId, Instant at);

    /** @return false where it is handed in, replaced or gone */
    boolean remove(long id);

    /**
     * What was uploaded in a case stays from now on as it is.
     *
     * @param sender whose files
     * @return how many files that concerns
     */
    int handIn(String caseNumber, LifeReader sender, Instant at);

    Optional<EvidenceContent> content(String sha256);

    EvidenceContent contentOf(long fileId);

    /** The content that came with an upload and was new then. */
    Optional<EvidenceContent> ofUpload(long uploadId);

    /**
     * The content of that digest, entered where there is none; it is not removed until the transaction ends.
     *
     * @param blob under which the store has it, where it is entered now
     */
    EvidenceContent enter(String sha256, long size, EvidenceStore.Kind store, long blob, Instant at);

    /** Those of no file, entered before: what was taken back. */
    List<EvidenceContent> unused(Instant before);

    /** @return false where a file has it by now */
    boolean removeUnused(long contentId);

    /** Those that files handed in and letters have, after that number, in the order of their numbers. */
    List<EvidenceContent> kept(long after, int most);

    /** One that is not scanned, and was not tried since; tried the least often first. */
    Optional<EvidenceContent> nextToScan(Instant triedBefore);

    /** @param note null where there is nothing to say */
    void scanned(long contentId, ScanState state, String note, Instant at);
}
