package org.smecluster.change;

import java.time.LocalDate;
import java.util.Objects;
import org.smecluster.registry.FactKind;

/**
 * A change as it was filled in.
 *
 * @param affectsConditions for a change of another kind whether it affects the conditions of recognition; null unknown
 * @param changedOn day of the change itself, not after the day it is filled in
 * @param newValue what holds from that day on, 1 to 1000 characters
 */
public record FiledChange(
        String clusterNumber,
        FactKind kind,
        Boolean affectsConditions,
        LocalDate changedOn,
        String newValue,
        String description) {

    public FiledChange {
        Objects.requireNonNull(clusterNumber, "clusterNumber");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(changedOn, "changedOn");
        Objects.requireNonNull(newValue, "newValue");
    }
}
