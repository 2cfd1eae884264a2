package org.smecluster.publicnotice;

import java.time.LocalDate;

/**
 * An objection to a recognised cluster, entered after its publication.
 *
 * @param receiptNumber null where there is none
 * @param receivedOn day on which the office received it
 */
public record LateObjectionEntry(
        String clusterNumber,
        String objectorName,
        String contact,
        String grounds,
        LocalDate receivedOn,
        String receiptNumber) {}
