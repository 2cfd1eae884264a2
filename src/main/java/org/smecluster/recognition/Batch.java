package org.smecluster.recognition;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A batch, opened once per annual notice (第十三条).
 *
 * @param batchNumber e.g. {@code NXJQ-2026-PC-01}
 * @param year of application
 * @param noticeNumber document number of the annual notice
 * @param windowStart first day on which an application may be started
 * @param windowEnd last day on which one may be submitted, until 24:00
 * @param recommendationDeadline last day on which a city may recommend, until 24:00
 * @param publicityDays working days of the public notice, at least 1
 * @param publicationDayCounts whether the day of publication is the first of the public notice, where it is published early
 *     enough
 * @param quota most clusters that may be selected, null where there is no limit
 * @param siteVerification whether the city verifies each application on site, as the annual notice asks
 * @param clauses whether 第十一条 is declared and judged clause by clause, as the annual notice asks
 */
public record Batch(
        long id,
        String batchNumber,
        int year,
        String noticeNumber,
        LocalDate windowStart,
        LocalDate windowEnd,
        LocalDate recommendationDeadline,
        int publicityDays,
        boolean publicationDayCounts,
        Integer quota,
        boolean siteVerification,
        boolean clauses,
        BatchState state) {

    public Batch {
        Objects.requireNonNull(batchNumber, "batchNumber");
        Objects.requireNonNull(noticeNumber, "noticeNumber");
        Objects.requireNonNull(state, "state");
        if (windowEnd.isBefore(windowStart) || recommendationDeadline.isBefore(windowEnd)) {
            throw new IllegalArgumentException("The dates of batch " + batchNumber + " are not in their order");
        }
        if (publicityDays < 1 || quota != null && quota < 1) {
            throw new IllegalArgumentException("Publicity days and quota are at least 1: " + batchNumber);
        }
    }
}
