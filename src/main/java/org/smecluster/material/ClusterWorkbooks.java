package org.smecluster.material;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smecluster.indicator.ClusterFigures;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.indicator.YearFigures;

/** The workbook of each submission: its data and the file it was read from. */
public interface ClusterWorkbooks {

    /** A new submission's id; unique over all procedures. */
    long nextSubmissionId();

    /**
     * Stores the workbook of a submission, with the file of an upload, in the place of what was there: all of it or, on a
     * failure, nothing.
     */
    void replace(long submissionId, ClusterWorkbook data, long uploadJobId);

    default boolean exists(long submissionId) {
        return reportingYears(submissionId).isPresent();
    }

    /** Empty where no workbook is there. */
    Optional<ReportingYears> reportingYears(long submissionId);

    /** All of it, every list included: with 100 000 patents a matter of 100 MB. */
    Optional<ClusterWorkbook> find(long submissionId);

    /** The yearly figures alone, ascending; empty where no workbook is there. */
    List<YearFigures> years(long submissionId);

    /** The workbook to be read row by row, within one transaction. */
    StoredWorkbook stored(long submissionId);

    /** What the indicators are calculated from, without the lists that prove it. */
    Optional<ClusterFigures> figures(long submissionId);

    Optional<BasicInformation> basics(long submissionId);

    /** How long each list is, by the name of its sheet. */
    Map<String, Integer> rows(long submissionId);

    /** The forms, and how long each list is. */
    Optional<WorkbookSummary> summary(long submissionId);

    /**
     * The workbook with a part of each list only.
     *
     * @param from of each list, in the order in which lists are shown: by their first column
     */
    Optional<ClusterWorkbook> excerpt(long submissionId, int from, int atMost);

    /** Names of listed enterprises by their codes; without those that the list does not have. */
    Map<CreditCode, String> names(long submissionId, Set<CreditCode> codes);

    /** Nothing of the submission's workbook remains. */
    void delete(long submissionId);

    /** Gives one submission the workbook of another, file included, in the place of what was there. */
    void copy(long from, long to);

    /** The file as it was uploaded. */
    Optional<UploadedFile> file(long submissionId);

    /** As {@link #file}, without reading its content. */
    Optional<FileNote> fileNote(long submissionId);

    /** As {@link #fileNote}, by submission; without those that have no file. */
    Map<Long, FileNote> fileNotes(Collection<Long> submissionIds);

    record FileNote(String fileName, String uploadedBy, Instant uploadedAt) {}

    /**
     * @param sha256 64 hexadecimal digits
     */
    record UploadedFile(String fileName, byte[] content, String sha256, String uploadedBy, Instant uploadedAt) {}
}
