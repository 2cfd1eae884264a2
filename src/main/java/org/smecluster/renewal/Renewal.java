package org.smecluster.renewal;

import java.time.LocalDate;
import org.smecluster.law.LegalBasis;

/**
 * A review of a term, beside its case in {@code casework}.
 *
 * @param applicationYear the year in which it was applied for; its data are those of the three years before
 * @param termEndsOn last day of the term that it is about
 * @param submittedOn day of the first submission, null before
 */
@LegalBasis(article = 14)
public record Renewal(
        String caseNumber, RenewalState state, int applicationYear, LocalDate termEndsOn, LocalDate submittedOn) {}
