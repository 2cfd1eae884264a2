package org.smecluster.security;

import java.time.Instant;

/**
 * One line of what was written down.
 *
 * @param userId whom it concerns; null where nobody is known
 * @param by who did it; null for the system, or where nobody was signed in
 * @param address as the connection had it; empty for the system
 */
public record AuditEvent(Instant at, AuditKind kind, String userId, String by, String address, String details) {

    /** @param kind null for all; days in Asia/Shanghai, null for all */
    public record Filter(AuditKind kind, String userId, Instant from, Instant before) {}
}
