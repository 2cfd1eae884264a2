package org.smecluster.opendata;

import java.time.Instant;
import java.util.List;

/**
 * Which fields the region has approved.
 *
 * @param fields in the order of {@link OpenDataField}
 * @param reason as typed
 */
public record OpenDataChoice(
        List<OpenDataField> fields, String reason, String approvedBy, String approvedByName, Instant approvedAt) {

    public OpenDataChoice {
        fields = List.copyOf(fields);
    }
}
