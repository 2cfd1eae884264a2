package org.smecluster.absence;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One person's work in another one's hands for some days. It ends with its last day by itself: whoever acts by it asks
 * at that moment whether it stands.
 *
 * @param from first day
 * @param until last day
 * @param enteredBy the absent one, or an administrator
 * @param revokedAt null where nobody ended it early
 */
public record Deputyship(
        long id,
        String absent,
        String deputy,
        LocalDate from,
        LocalDate until,
        String reason,
        String enteredBy,
        Instant enteredAt,
        Instant revokedAt) {

    public boolean stands(LocalDate day) {
        return revokedAt == null && !day.isBefore(from) && !day.isAfter(until);
    }

    /** Neither over nor revoked. */
    public boolean open(LocalDate day) {
        return revokedAt == null && !day.isAfter(until);
    }

    boolean overlaps(LocalDate first, LocalDate last) {
        return revokedAt == null && !first.isAfter(until) && !last.isBefore(from);
    }
}
