package org.smecluster.recognition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.smecluster.security.Account;

/** The questions of batches' notices, and what versions answer. */
public interface Questions {

    /** In the order in which they were added. */
    List<NoticeQuestion> ofBatch(long batchId);

    /** Of the batch that the application belongs to. */
    List<NoticeQuestion> ofCase(String caseNumber);

    void add(
            long batchId,
            String question,
            NoticeQuestion.Kind kind,
            List<String> choices,
            boolean required,
            Account by,
            Instant at);

    /** With what was answered to it. */
    boolean remove(long batchId, long id);

    /** Whether a unit has uploaded a file to answer it. */
    boolean hasFiles(long id);

    /** Whether an application of the batch has been submitted. */
    boolean anySubmitted(long batchId);

    /** By the question's id. */
    Map<Long, String> answers(long submissionId);

    /** In the place of earlier answers to the same questions. @param answers a null takes back what was answered */
    void answer(long submissionId, Map<Long, String> answers, Account by, Instant at);

    void copyAnswers(long from, long to);
}
