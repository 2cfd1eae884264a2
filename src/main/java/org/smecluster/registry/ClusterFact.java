package org.smecluster.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What is true of a cluster from a day on. The one before stays in the registry with its own day.
 *
 * @param value as a clerk reads it
 * @param validFrom day of the change itself
 * @param caseNumber the case that brought it into the registry
 * @param article as cited, e.g. {@code 第十五条}
 * @param recordedAt when the registry learnt it
 */
public record ClusterFact(
        FactKind kind, String value, LocalDate validFrom, String caseNumber, String article, Instant recordedAt) {

    public ClusterFact {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(caseNumber, "caseNumber");
    }
}
