package org.smecluster.message;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that leaves the application: a mail to a person, or a notice for the platform.
 *
 * @param id for life; a mail's Message-ID and the platform's key are made of it
 * @param recipient user id by mail, group id at the platform
 * @param dueAt when it is tried next
 * @param problem Chinese, of the last attempt; null where there was none
 */
public record Message(
        UUID id,
        Channel channel,
        String recipient,
        MessageState state,
        boolean digest,
        Instant dueAt,
        int attempts,
        Instant endedAt,
        String problem,
        Instant createdAt) {}
