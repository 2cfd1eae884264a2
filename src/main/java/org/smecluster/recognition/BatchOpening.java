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
        boolean publicationDayCounts,
        Integer quota,
        boolean siteVerification,
        boolean clauses) {

    /** Of a notice that asks for no verification on site. */
    public BatchOpening(
            int year,
            String noticeNumber,
            LocalDate windowStart,
            LocalDate windowEnd,
            LocalDate recommendationDeadline,
            int publicityDays,
            Integer quota) {
        this(year, noticeNumber, windowStart, windowEnd, recommendationDeadline, publicityDays, quota, false);
    }

    /** Of one that asks for no declarations clause by clause, and counts from the day after its publication. */
    public BatchOpening(
            int year,
            String noticeNumber,
            LocalDate windowStart,
            LocalDate windowEnd,
            LocalDate recommendationDeadline,
            int publicityDays,
            Integer quota,
            boolean siteVerification) {
        this(
                year,
                noticeNumber,
                windowStart,
                windowEnd,
                recommendationDeadline,
                publicityDays,
                false,
                quota,
                siteVerification,
                false);
    }
}
