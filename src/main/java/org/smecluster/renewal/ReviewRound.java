package org.smecluster.renewal;

import java.time.LocalDate;
import java.util.Objects;
import org.smecluster.law.LegalBasis;

/**
 * A round in which the autonomous region reviews terms together, opened by its notice; or the leader's statement that for
 * these terms none will be held.
 *
 * @param roundNumber e.g. {@code NXJQ-2029-LC-01}
 * @param documentNumber of the notice or the statement, null until there is one
 * @param windowStart first day on which it may be applied for, null where none is held; it may lie before or after the end
 *     of a term
 * @param windowEnd last day, until 24:00, null where none is held
 * @param termsFrom it covers the terms whose last day lies from this day …
 * @param termsTo … to this one
 * @param singleApplications whether the notice allows clusters to apply one by one before the end of their terms, outside
 *     the window
 * @param reason why none is held, null where one is
 */
@LegalBasis(article = 14)
public record ReviewRound(
        long id,
        String roundNumber,
        RoundState state,
        String documentNumber,
        LocalDate documentDate,
        LocalDate windowStart,
        LocalDate windowEnd,
        LocalDate termsFrom,
        LocalDate termsTo,
        boolean singleApplications,
        String reason) {

    public ReviewRound {
        Objects.requireNonNull(roundNumber, "roundNumber");
        Objects.requireNonNull(state, "state");
    }

    /** Whether it may still be applied in on the day, or later: its step that closes it may come late. */
    boolean toCome(LocalDate today) {
        return state == RoundState.OPEN && !today.isAfter(windowEnd);
    }

    /** Whether the terms that it covers have had their round: it is over, or none is held. */
    boolean past(LocalDate today) {
        return state == RoundState.STATED
                || state == RoundState.CLOSED
                || state == RoundState.OPEN && today.isAfter(windowEnd);
    }

    boolean inWindow(LocalDate today) {
        return state == RoundState.OPEN && !today.isBefore(windowStart) && !today.isAfter(windowEnd);
    }
}
