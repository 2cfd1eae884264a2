package org.smecluster.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The stored batches. */
public interface Batches {

    /** The batch in whose window the day lies; at most one. */
    Optional<Batch> acceptingOn(LocalDate day);

    Optional<Batch> find(long id);

    /** The batch that the application belongs to; empty where there is no such application. */
    Optional<Batch> ofCase(String caseNumber);

    Optional<Batch> byNumber(String batchNumber);

    /** Newest first. */
    List<Batch> all();

    /** The batch not yet closed whose window shares a day with the period given; at most one is named. */
    Optional<Batch> overlapping(LocalDate windowStart, LocalDate windowEnd);

    /** @return id */
    long insert(BatchOpening opening, String batchNumber, String openedBy);

    void compared(long id, String summary);

    void selected(long id, String note, BatchState next);

    /** Locks the row until the transaction ends, so that no decision is drafted while the selection is made final. */
    Batch lock(long id);

    void enter(long id, BatchState state);
}
