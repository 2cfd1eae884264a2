package org.smecluster.renewal;

import java.time.LocalDate;
import org.smecluster.law.LegalBasis;

/**
 * A review of a term, beside its case in {@code casework}.
 *
 * @param applicationYear the year in which it was applied for; its data are those of the three years before
 * @param termEndsOn last day of the term that it is about
 * @param submittedOn day of the first submission, null before
 * @param roundNumber the round in which it was applied for, null where there were none yet
 * @param submitBy last day of the first submission
 */
@LegalBasis(article = 14)
public record Renewal(
        String caseNumber,
        RenewalState state,
        int applicationYear,
        LocalDate termEndsOn,
        LocalDate submittedOn,
        String roundNumber,
        LocalDate submitBy) {

    /** Of a case just opened. */
    static Renewal filing(
            String caseNumber, int applicationYear, LocalDate termEndsOn, ReviewRounds.Admitted admitted) {
        return new Renewal(
                caseNumber,
                RenewalState.FILING,
                applicationYear,
                termEndsOn,
                null,
                admitted.roundNumber(),
                admitted.submitBy());
    }
}
