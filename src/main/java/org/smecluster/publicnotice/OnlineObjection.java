package org.smecluster.publicnotice;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What somebody handed in on the public page about a cluster of a notice. Name, contact, grounds and files are for the autonomous
 * region's staff only; the secret that it is looked up with is nowhere but with its sender.
 *
 * @param receiptNumber twelve digits
 * @param objectorName null, as the contact, where it is not signed
 * @param receivedOn the day that counts
 * @param reason why it was not admitted or is a lead, as its sender is told; else null
 * @param decidedBy user id; null as long as nobody decided, as the next two
 * @param objectionId of what it was entered as; null before
 */
public record OnlineObjection(
        long id,
        String receiptNumber,
        long noticeId,
        String caseNumber,
        String objectorName,
        String contact,
        String grounds,
        Instant receivedAt,
        LocalDate receivedOn,
        AdmissionState state,
        String reason,
        String decidedBy,
        String decidedByName,
        Instant decidedAt,
        Long objectionId) {

    public boolean signed() {
        return objectorName != null;
    }

    /** In groups of four, as it is read out. */
    public String spokenNumber() {
        return Receipt.spoken(receiptNumber);
    }
}
