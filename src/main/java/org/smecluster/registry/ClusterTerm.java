package org.smecluster.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.smecluster.law.LegalBasis;

/**
 * A term of validity.
 *
 * @param number 1 for the recognition, 2 for the first renewal
 * @param startsOn day of publication, or the day after the term before
 * @param endsOn last day
 * @param sourceCase the case that gave it
 * @param recordedAt when the registry learnt it
 * @param reviewOpenOn first day on which its review may be applied for, null until its process has set it
 */
@LegalBasis(article = 14)
public record ClusterTerm(
        int number,
        LocalDate startsOn,
        LocalDate endsOn,
        String sourceCase,
        Instant recordedAt,
        LocalDate reviewOpenOn) {}
