package org.smecluster.recognition;

import java.time.LocalDate;

/**
 * What an officer enters to open a batch; see {@link Batch} for the parts.
 *
 * @param quota null where there is no limit
 */
public record BatchOpening(
        int year,
        String noticeNumber,
        LocalDate windowStart,
        LocalDate windowEnd,
        LocalDate recommendationDeadline,
        int publicityDays,
        Integer quota) {}
