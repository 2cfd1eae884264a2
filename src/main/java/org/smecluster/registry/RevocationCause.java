package org.smecluster.registry;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A fact that may be a ground of revocation, as a procedure noticed it.
 *
 * @param cause unique over all causes, so that the same one is reported once, e.g. {@code report:NXJQ-640221-0001:2026}
 * @param evidence Chinese: what was found, where it stands
 * @param sourceCase the case in which it was found, null where there is none
 * @param occurredOn the day of the fact itself
 */
public record RevocationCause(
        String cause,
        String clusterNumber,
        RevocationFact fact,
        String evidence,
        String sourceCase,
        LocalDate occurredOn) {

    public RevocationCause {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(clusterNumber, "clusterNumber");
        Objects.requireNonNull(fact, "fact");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(occurredOn, "occurredOn");
    }
}
