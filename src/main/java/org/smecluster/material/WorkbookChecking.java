package org.smecluster.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.material.UploadJob.Reached;
import org.smecluster.material.UploadJob.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks uploaded workbooks, one after the other. A first workbook without errors is stored at once; one that would
 * replace another waits beside it, compared with it, until somebody confirms.
 */
@Service
@LegalBasis(article = 13)
public class WorkbookChecking {

    /** How long a checked workbook waits for its confirmation. */
    public static final Duration CONFIRMATION = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookChecking.class);
    private static final long NANOS_BETWEEN_REPORTS = TimeUnit.MILLISECONDS.toNanos(400);

    private final UploadJobs jobs;
    private final ClusterWorkbooks workbooks;
    private final WorkbookComparisons comparisons;
    private final UploadOwner owner;
    private final TransactionTemplate transactions;
    private final Clock clock;

    private volatile UploadJob current;

    WorkbookChecking(
            UploadJobs jobs,
            ClusterWorkbooks workbooks,
            WorkbookComparisons comparisons,
            UploadOwner owner,
            TransactionTemplate transactions,
            Clock clock) {
        this.jobs = jobs;
        this.workbooks = workbooks;
        this.comparisons = comparisons;
        this.owner = owner;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Checks the next workbook that waits.
     *
     * @return false where none waits
     */
    public boolean checkNext() {
        Optional<UploadJob> claimed = jobs.claim();
        claimed.ifPresent(job -> {
            current = job;
            try {
                check(job);
            } finally {
                current = null;
            }
        });
        return claimed.isPresent();
    }

    /** Keeps the workbook under check this process's, while it is at work on it. */
    void renew() {
        UploadJob job = current;
        if (job != null) {
            jobs.renew(job);
        }
    }

    /** Discards what waited too long for a confirmation. */
    public void discardExpired() {
        for (UploadJob job : jobs.expired(clock.instant())) {
            transactions.executeWithoutResult(status -> jobs.lock(job.submissionId())
                    .filter(locked -> locked.id() == job.id() && locked.state() == State.PENDING)
                    .ifPresent(locked -> {
                        workbooks.delete(locked.stagedId());
                        jobs.end(locked, State.EXPIRED, null);
                    }));
        }
    }

    private void check(UploadJob job) {
        try {
            Path file = Files.createTempFile("upload", ".xlsx");
            try {
                jobs.copyContent(job.id(), file);
                take(
                        job,
                        WorkbookReader.read(file, job.applicationYear(), job.asOf(), owner.subject(job), reports(job)));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (Refusal refusal) {
            jobs.end(job, State.REFUSED, String.join("；", refusal.reasons()));
        } catch (IOException | RuntimeException | OutOfMemoryError failure) {
            LOG.error("the workbook of upload {} could not be checked", job.id(), failure);
            jobs.end(job, State.INTERRUPTED, "系统内部错误，检查没有完成");
        }
    }

    private ReadingProgress reports(UploadJob job) {
        long[] last = {System.nanoTime()};
        return (sheet, rows, total, percent) -> {
            long now = System.nanoTime();
            if (now - last[0] > NANOS_BETWEEN_REPORTS) {
                last[0] = now;
                jobs.reached(job, new Reached(sheet, rows, total, Math.min(99, percent)));
            }
        };
    }

    private void take(UploadJob job, WorkbookReading reading) {
        List<WorkbookFinding> findings = new ArrayList<>(reading.errors());
        findings.addAll(reading.warnings());
        if (!reading.accepted()) {
            jobs.faulty(job, findings);
            return;
        }
        jobs.reached(job, Reached.STORING);
        transactions.executeWithoutResult(status -> {
            if (workbooks.exists(job.submissionId())) {
                stage(job, reading.data(), findings);
            } else {
                owner.requireOpen(job, job.uploadedBy());
                workbooks.replace(job.submissionId(), reading.data(), job.id());
                jobs.stored(job, findings);
                owner.stored(job, job.uploadedBy());
            }
        });
    }

    private void stage(UploadJob job, ClusterWorkbook data, List<WorkbookFinding> findings) {
        long staged = workbooks.nextSubmissionId();
        workbooks.replace(staged, data, job.id());
        jobs.pending(
                job,
                staged,
                findings,
                comparisons.between(job.submissionId(), staged),
                clock.instant().plus(CONFIRMATION));
    }

    /**
     * Puts the checked workbook in the place of the stored one.
     *
     * @param jobId which the person has seen the comparison of
     * @throws Refusal where it does not wait any more, or the version is not open any more
     */
    public void confirm(long submissionId, long jobId, String userId) {
        transactions.executeWithoutResult(status -> {
            UploadJob seen = jobs.ofSubmission(submissionId).orElseThrow(WorkbookChecking::over);
            // the case before the upload, as whoever uploads locks them
            owner.requireOpen(seen, userId);
            UploadJob job = waiting(submissionId, jobId);
            workbooks.copy(job.stagedId(), job.submissionId());
            workbooks.delete(job.stagedId());
            jobs.stored(job, job.findings());
            owner.stored(job, userId);
        });
    }

    /**
     * Drops the checked workbook; what is stored stays.
     *
     * @throws Refusal where it does not wait any more
     */
    public void discard(long submissionId, long jobId) {
        transactions.executeWithoutResult(status -> {
            UploadJob job = waiting(submissionId, jobId);
            workbooks.delete(job.stagedId());
            jobs.end(job, State.DISCARDED, null);
        });
    }

    private UploadJob waiting(long submissionId, long jobId) {
        UploadJob job = jobs.lock(submissionId)
                .filter(each -> each.id() == jobId && each.state() == State.PENDING)
                .orElseThrow(WorkbookChecking::over);
        if (!clock.instant().isBefore(job.expiresAt())) {
            throw new Refusal("这次上传已超过确认期限，请重新上传");
        }
        return job;
    }

    private static Refusal over() {
        return new Refusal("这次上传已经不在等待确认：可能已由其他人确认、放弃，或已逾期。请查看最新情况后再决定是否重新上传");
    }

    /** The file of an upload with its findings marked, at a path of its own; the caller deletes it. */
    public Path annotated(UploadJob job) {
        try {
            Path file = Files.createTempFile("upload", ".xlsx");
            Path marked = Files.createTempFile("annotated", ".xlsx");
            try {
                jobs.copyContent(job.id(), file);
                AnnotatedWorkbook.write(file, job.findings(), marked);
                return marked;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
