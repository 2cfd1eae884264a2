package org.smecluster.registry;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What whoever hands over a list asks of its publication.
 *
 * @param dayCounts whether the day of publication is the first of the period, where it is published early enough
 * @param day null for the next working day
 * @param time null for the usual hour
 */
public record NoticeTerms(boolean dayCounts, LocalDate day, LocalTime time) {

    /** The next working day, from which on nothing but the days after it counts. */
    public static NoticeTerms usual() {
        return new NoticeTerms(false, null, null);
    }
}
