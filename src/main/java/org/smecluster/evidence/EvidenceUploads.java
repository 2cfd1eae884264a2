package org.smecluster.evidence;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smecluster.security.Account;

/** The files on their way. */
public interface EvidenceUploads {

    /** How much a case has taken in or promised to. */
    record Taken(int files, long bytes) {}

    Upload insert(
            String caseNumber,
            Intake intake,
            Proves proves,
            Long replaces,
            String name,
            long size,
            long confirmationId,
            Account by,
            Instant at,
            Instant expiresAt);

    Optional<Upload> find(long id);

    /** Nobody else adds to it until the transaction ends. */
    Optional<Upload> lock(long id);

    /** The next piece, after what was received; passed on as it is read. */
    void add(Upload upload, InputStream piece, int length, Instant expiresAt);

    void done(long id, long fileId);

    void refused(long id, String reason);

    /** Stored files and those on their way. */
    Taken taken(String caseNumber);

    List<Upload> expired(Instant now);

    void remove(long id);

    long confirm(String caseNumber, String statement, Account by, Instant at);

    /** Whether that confirmation is the person's, for that case. */
    boolean confirmed(long confirmationId, String caseNumber, String userId);
}
