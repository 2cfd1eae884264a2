package org.smecluster.registry;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A change of a cluster's state.
 *
 * @param state the new one
 * @param article the legal basis as cited, e.g. {@code 第十四条}
 * @param caseNumber the case that brought it about, null where none did
 * @param documentNumber of the decision, null where none was issued or it stands with the case alone
 * @param recordedAt when the registry learnt it
 */
public record ClusterEvent(
        ClusterState state,
        LocalDate happenedOn,
        String reason,
        String article,
        String caseNumber,
        String documentNumber,
        Instant recordedAt) {}
