package org.smecluster.material;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smecluster.indicator.YearFigures;

/** The workbook of each submission: its data and the file it was read from. */
public interface ClusterWorkbooks {

    /** A new submission's id; unique over all procedures. */
    long nextSubmissionId();

    /** Stores the workbook of a submission in the place of what was there, all of it or, on a failure, nothing. */
    void replace(long submissionId, ClusterWorkbook data, byte[] file, String fileName, String uploadedBy);

    Optional<ClusterWorkbook> find(long submissionId);

    /** The yearly figures alone, ascending; empty where no workbook is there. */
    List<YearFigures> years(long submissionId);

    /** The workbook to be read row by row, within one transaction. */
    StoredWorkbook stored(long submissionId);

    /** Gives one submission the workbook of another, file included, in the place of what was there. */
    void copy(long from, long to);

    /** The file as it was uploaded. */
    Optional<UploadedFile> file(long submissionId);

    /**
     * @param sha256 64 hexadecimal digits
     */
    record UploadedFile(String fileName, byte[] content, String sha256, String uploadedBy, Instant uploadedAt) {}
}
