package org.smecluster.material;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smecluster.law.Refusal;

/**
 * The uploads and how far each is. What a checking writes names its attempt and fails where another has taken the job
 * over, so that nothing is done twice.
 */
public interface UploadJobs {

    /**
     * In the place of the submission's earlier upload.
     *
     * @param size in bytes
     * @throws Refusal where the earlier one is not over
     */
    long insert(NewUpload upload, InputStream content, long size);

    /** The latest of a submission. */
    Optional<UploadJob> ofSubmission(long submissionId);

    /** As {@link #ofSubmission}, and nobody else confirms or discards it until the transaction ends. */
    Optional<UploadJob> lock(long submissionId);

    /** The next that waits, or whose checking ended with its process; it is the caller's for {@link #LEASE_SECONDS}. */
    Optional<UploadJob> claim();

    int LEASE_SECONDS = 20;

    /** Keeps a claimed job the caller's. */
    void renew(UploadJob job);

    void reached(UploadJob job, UploadJob.Reached reached);

    void faulty(UploadJob job, List<WorkbookFinding> findings);

    void pending(
            UploadJob job, long stagedId, List<WorkbookFinding> findings, WorkbookComparison comparison, Instant until);

    void stored(UploadJob job, List<WorkbookFinding> findings);

    /** @param reason null where the state says it all */
    void end(UploadJob job, UploadJob.State state, String reason);

    /** Those that waited too long for a confirmation. */
    List<UploadJob> expired(Instant now);

    /** Writes the file of a job, as it was uploaded. */
    void copyContent(long jobId, Path to);
}
