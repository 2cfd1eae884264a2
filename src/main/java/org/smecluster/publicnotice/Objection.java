package org.smecluster.publicnotice;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An objection to one cluster of a notice. The objector's name and contact are for the autonomous region's staff only.
 *
 * @param receiptNumber of the office's register; null where none was entered, as the next
 * @param scanFile id of the evidence that shows when it was received
 * @param facts what verification found, null before
 * @param verifiedBy user id, as {@code enteredBy} and {@code ruledBy}; null before
 * @param told what the officer wrote for the applicant; null before
 * @param ruling null before it was ruled on, as the three after it
 */
public record Objection(
        long id,
        long noticeId,
        String caseNumber,
        String objectorName,
        String contact,
        String grounds,
        LocalDate receivedOn,
        String receiptNumber,
        Long scanFile,
        String enteredBy,
        Instant enteredAt,
        String facts,
        String told,
        String verifiedBy,
        Ruling ruling,
        String rulingReason,
        String ruledBy,
        Instant ruledAt) {}
