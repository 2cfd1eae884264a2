package org.smecluster.revocation;

import java.time.LocalDate;

/**
 * What the leader decides.
 *
 * @param documentNumber with {@link Verdict#REVOKE}, else null
 * @param documentDate with {@link Verdict#REVOKE}, not before the unit was heard, not after today
 * @param correctBy with {@link Verdict#CORRECT}, after today
 * @param notRevokedReason with {@link Verdict#NOT_REVOKE}
 * @param notRevokedBasis with {@link Verdict#NOT_REVOKE}: laws or regulations and articles
 */
public record RevocationDecision(
        Verdict verdict,
        String reason,
        String documentNumber,
        LocalDate documentDate,
        LocalDate correctBy,
        NotRevokedReason notRevokedReason,
        String notRevokedBasis) {

    /** Why, in the words that the unit is told. */
    public String inWords() {
        return verdict == Verdict.NOT_REVOKE
                ? "%s（依据：%s）。%s".formatted(notRevokedReason.label(), notRevokedBasis, reason)
                : reason;
    }
}
